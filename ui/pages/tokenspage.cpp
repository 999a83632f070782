#include "ui/pages/tokenspage.h"

#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "ui/livedata.h"
#include "ui/timetext.h"
#include "ui/widgets/placeholder.h"

namespace Gatehouse {

TokensPage::TokensPage(const Console &console, LiveData &live, QWidget *parent)
    : TokenTablePage(console, live, parent)
    , m_store(console.store)
{
    TokensPage::retranslate();
}

void TokensPage::retranslate()
{
    TokenTablePage::retranslate();
    placeholder().setText(tr("No tokens yet"),
                          tr("A token stands here within a second after it is issued. The Overview has a command "
                             "that gets one."));
}

void TokensPage::lookUp(Id token)
{
    m_store.run([token](Store &store) { return store.tokens().find(token); }, this,
                [this, token](const Result<std::optional<TokenLookup>> &found) {
                    if (found && *found && selectedToken() == token)
                        showLineage(**found);
                });
}

void TokensPage::showLineage(const TokenLookup &found)
{
    const AccessToken &token = found.token;
    const auto time = [](Timestamp moment) { return moment ? TimeText::absolute(moment) : QString(); };
    const auto number = [](Id id) { return id ? QString::number(id) : QString(); };
    QList<DetailField> fields {{tr("Client ID"), found.applicationUid, true}};
    if (!token.refreshToken.isEmpty())
        fields.append({tr("Refresh Expires"), token.refreshExpiresAt ? time(token.refreshExpiresAt) : tr("Never")});
    fields.append({tr("Refreshed"), time(token.refreshUsedAt)});
    fields.append({tr("Revoked"), time(token.revokedAt)});
    fields.append({tr("Family"), number(token.familyId)});
    fields.append({tr("Refreshed From"), number(token.parentId)});
    fields.append({tr("Grant"), number(token.grantId)});
    addDetails(fields);
}

} // namespace Gatehouse
