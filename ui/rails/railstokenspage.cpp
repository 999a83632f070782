#include "ui/rails/railstokenspage.h"

#include "models/doorkeeper/railsdatabase.h"
#include "models/tables/tokensmodel.h"
#include "ui/rails/railsconsole.h"
#include "ui/timetext.h"
#include "ui/widgets/placeholder.h"

namespace Gatehouse {

RailsTokensPage::RailsTokensPage(const RailsConsole &console, LiveTables &live, QWidget *parent)
    : TokenTablePage(console, live, parent, {TokensModel::GrantType})
    , m_database(console.database)
{
    RailsTokensPage::retranslate();
}

void RailsTokensPage::retranslate()
{
    TokenTablePage::retranslate();
    placeholder().setText(tr("No tokens yet"),
                          tr("A token stands here within a second after the Rails application issued it."));
}

void RailsTokensPage::lookUp(Id token)
{
    m_database.lookUp(token, this, [this, token](const Result<RailsLineage> &found) {
        if (found && selectedToken() == token)
            showLineage(*found);
    });
}

void RailsTokensPage::showLineage(const RailsLineage &found)
{
    const auto number = [](Id id) { return id ? QString(u'#' + QString::number(id)) : QString(); };
    addDetails({{tr("Client ID"), found.clientId, true},
                {tr("Revoked"), found.revokedAt ? TimeText::absolute(found.revokedAt) : QString()},
                {tr("Refreshed From"), number(found.refreshedFrom)},
                {tr("Refreshed To"), number(found.refreshedTo)}});
}

} // namespace Gatehouse
