#include "ui/rails/railsapplicationspage.h"

#include "ui/clipboard.h"
#include "ui/delegates/identifierdelegate.h"
#include "ui/livetables.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>

namespace Gatehouse {

RailsApplicationsPage::RailsApplicationsPage(const WindowContext &context, LiveTables &live, QWidget *parent)
    : StoredPage(context, live.applications(), QStringLiteral("applications"), parent)
    , m_live(live)
    , m_tokens(
          makeItemAction(QStringLiteral("showTokens"), QStringLiteral("tokens"), &RailsApplicationsPage::showTokens))
    , m_copy(
          makeItemAction(QStringLiteral("copyClientId"), QStringLiteral("copy"), &RailsApplicationsPage::copyClientId))
{
    setObjectName(QStringLiteral("applicationsPage"));
    table().setObjectName(QStringLiteral("applicationsTable"));
    actionsAreMade();
    const int uid = live.applications().fieldIndex(QStringLiteral("uid"));
    table().setItemDelegateForColumn(uid, new IdentifierDelegate(context.clock, this));
    showColumns({28, 20, 14, 18, 18, 14});
    RailsApplicationsPage::retranslate();
}

void RailsApplicationsPage::retranslate()
{
    StoredPage::retranslate();
    m_tokens->setText(tr("Show &Tokens"));
    m_copy->setText(tr("Copy Client &ID"));
    placeholder().setText(tr("No applications yet"), tr("They are registered in the Rails application."));
}

QString RailsApplicationsPage::titleOfMany(qsizetype rows) const
{
    return tr("%n application(s) selected", "", int(rows));
}

void RailsApplicationsPage::showTokens(Id id)
{
    Q_EMIT pageRequested(QStringLiteral("tokens"), QStringLiteral("client:%1").arg(clientIdOf(id)));
}

void RailsApplicationsPage::copyClientId(Id id)
{
    copyText(clientIdOf(id));
}

QString RailsApplicationsPage::clientIdOf(Id id) const
{
    const ApplicationsModel &model = m_live.applications();
    return model.index(model.rowOf(id), model.fieldIndex(QStringLiteral("uid"))).data(Qt::EditRole).toString();
}

} // namespace Gatehouse
