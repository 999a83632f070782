#include "ui/pages/tokenspage.h"

#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "ui/lineage/lineageview.h"
#include "ui/livedata.h"
#include "ui/revocation/revocationpane.h"
#include "ui/timetext.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

namespace Gatehouse {

TokensPage::TokensPage(const Console &console, LiveData &live, QWidget *parent)
    : TokenTablePage(console, live, parent)
    , m_store(console.store)
    , m_revokeAll(newRevokeAll(console, live))
    , m_live(live)
    , m_lineage(new LineageView(console.store, LineageView::Subject::Token, this))
{
    details().addView(m_lineage);
    connect(m_lineage, &LineageView::tokenChosen, this, &TokensPage::chooseToken);
    connect(m_lineage, &LineageView::eventChosen, this,
            [this](Id event) { Q_EMIT pageRequested(QStringLiteral("audit"), QStringLiteral("id:%1").arg(event)); });
    TokensPage::retranslate();
}

RevocationAction *TokensPage::newRevokeAll(const Console &console, LiveData &live)
{
    auto *action = new RevocationAction(
        *this, revocationPane(), RevocationPick::Kind::Domain, [&reader = console.reader, &live] {
            Statement query = reader.prepare("SELECT name FROM identity_domains WHERE id = ?");
            return query.exec(live.domain()) && query.next() ? query.text(0) : QString();
        });
    action->setObjectName(QStringLiteral("revokeDomain"));
    action->setRow([&live] { return live.domain(); });
    action->setEnabled(true);
    return action;
}

QList<QAction *> TokensPage::itemActions() const
{
    return TokenTablePage::itemActions() + QList<QAction *> {m_revokeAll};
}

void TokensPage::retranslate()
{
    TokenTablePage::retranslate();
    m_revokeAll->retranslate();
    details().setViewName(m_lineage, tr("Lineage"));
    placeholder().setText(tr("No tokens yet"),
                          tr("A token stands here within a second after it is issued. The Overview has a command "
                             "that gets one."));
}

void TokensPage::selectionShifted()
{
    TokenTablePage::selectionShifted();
    m_revokeAll->followSelection();
    m_lineage->follow(selectedToken());
}

/// Only when it is loaded: what the filter hides stays hidden.
void TokensPage::chooseToken(Id token)
{
    table().selectRow(m_live.tokens().rowOf(token));
}

void TokensPage::lookUp(Id token)
{
    m_store.run([token](Store &store) { return store.tokens().find(token); }, this,
                [this, token](const Result<std::optional<TokenLookup>> &found) {
                    if (found && *found && selectedToken() == token)
                        showMore(**found);
                });
}

void TokensPage::showMore(const TokenLookup &found)
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
