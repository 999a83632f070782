#include "ui/rails/railsuserspage.h"

#include "ui/livetables.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>

namespace Gatehouse {

RailsUsersPage::RailsUsersPage(const WindowContext &context, LiveTables &live, QWidget *parent)
    : StoredPage(context, live.users(), QStringLiteral("users"), parent)
    , m_tokens(makeItemAction(QStringLiteral("showTokens"), QStringLiteral("tokens"), &RailsUsersPage::showTokens))
{
    setObjectName(QStringLiteral("usersPage"));
    table().setObjectName(QStringLiteral("usersTable"));
    actionsAreMade();
    showColumns({40, 30, 14});
    RailsUsersPage::retranslate();
}

void RailsUsersPage::retranslate()
{
    StoredPage::retranslate();
    m_tokens->setText(tr("Show &Tokens"));
    placeholder().setText(tr("No users yet"), tr("They sign up in the Rails application."));
}

QString RailsUsersPage::titleOfMany(qsizetype rows) const
{
    return tr("%n user(s) selected", "", int(rows));
}

void RailsUsersPage::showTokens(Id id)
{
    Q_EMIT pageRequested(QStringLiteral("tokens"), QStringLiteral("user:\"%1\"").arg(nameOf(id)));
}

} // namespace Gatehouse
