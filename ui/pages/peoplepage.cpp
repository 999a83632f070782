#include "ui/pages/peoplepage.h"

#include "ui/widgets/livetableview.h"

#include <QAction>

namespace Gatehouse {

PeoplePage::PeoplePage(const WindowContext &context, StoredTableModel &model, QWidget *parent)
    : StoredPage(context, model, QStringLiteral("users"), parent)
{
    setObjectName(QStringLiteral("usersPage"));
    table().setObjectName(QStringLiteral("usersTable"));
}

void PeoplePage::makeTokensAction()
{
    m_tokens = makeItemAction(QStringLiteral("showTokens"), QStringLiteral("tokens"), &PeoplePage::showTokens);
}

void PeoplePage::retranslate()
{
    StoredPage::retranslate();
    m_tokens->setText(tr("Show &Tokens"));
}

QString PeoplePage::titleOfMany(qsizetype rows) const
{
    return tr("%n user(s) selected", "", int(rows));
}

/// A Rails application may know people by names with blanks.
void PeoplePage::showTokens(Id id)
{
    const QString name = nameOf(id);
    const QString filter = name.contains(u' ') ? QStringLiteral("user:\"%1\"") : QStringLiteral("user:%1");
    Q_EMIT pageRequested(QStringLiteral("tokens"), filter.arg(name));
}

} // namespace Gatehouse
