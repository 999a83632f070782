#include "ui/pages/tokenspage.h"

#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "ui/delegates/identifierdelegate.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/livedata.h"
#include "ui/timetext.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

namespace Gatehouse {

TokensPage::TokensPage(const Console &console, LiveData &live, QWidget *parent)
    : RevocablePage(console, live.tokens(), RevocationPanel::Subject::Tokens, QStringLiteral("tokens"), parent)
    , m_live(live)
{
    setObjectName(QStringLiteral("tokensPage"));
    table().setObjectName(QStringLiteral("tokensTable"));
    table().setItemDelegateForColumn(TokensModel::TokenId, new IdentifierDelegate(console.clock, this));
    table().setItemDelegateForColumn(TokensModel::Status, new StatusDelegate(console.clock, this));
    showModel(live.tokens(),
              {TokensModel::Status, TokensModel::TokenId, TokensModel::ApplicationName, TokensModel::UserEmail,
               TokensModel::Scopes, TokensModel::Issued, TokensModel::Expires, TokensModel::Kind,
               TokensModel::GrantType},
              {10, 9, 26, 19, 12, 10, 10, 16, 17});
    TokensPage::retranslate();
}

void TokensPage::retranslate()
{
    RevocablePage::retranslate();
    placeholder().setText(tr("No tokens yet"),
                          tr("A token stands here within a second after it is issued. The Overview has a command "
                             "that gets one."));
}

QString TokensPage::titleOf(int row) const
{
    const QAbstractItemModel &model = m_live.tokens();
    return tr("Token %1").arg(model.index(row, TokensModel::TokenId).data().toString());
}

QString TokensPage::titleOfMany(qsizetype rows) const
{
    return rows > LiveTableView::MaxAtOnce ? tr("%n tokens are selected: too many to act on at once.", "", int(rows))
                                           : tr("%n token(s) selected", "", int(rows));
}

QString TokensPage::endedText(qint64 ended) const
{
    return ended == 0 ? tr("Everything selected was over already.") : tr("%n token(s) revoked.", "", int(ended));
}

void TokensPage::selectionShifted()
{
    RevocablePage::selectionShifted();
    const QList<int> rows = table().selectedRowNumbers();
    if (rows.size() == 1)
        lookUp(m_live.tokens().idAt(rows.first()));
}

void TokensPage::lookUp(Id token)
{
    console().store.run([token](Store &store) { return store.tokens().find(token); }, this,
                        [this, token](const Result<std::optional<TokenLookup>> &found) {
                            const QList<int> rows = table().selectedRowNumbers();
                            const bool stillSelected = rows.size() == 1 && m_live.tokens().idAt(rows.first()) == token;
                            if (found && *found && stillSelected)
                                showLineage(**found);
                        });
}

void TokensPage::showLineage(const TokenLookup &found)
{
    const AccessToken &token = found.token;
    const auto time = [](Timestamp moment) { return moment ? TimeText::absolute(moment) : QString(); };
    const auto number = [](Id id) { return id ? QString::number(id) : QString(); };
    const int row = table().selectedRowNumbers().first();
    QList<DetailField> fields = fieldsOf(row);
    fields.append({tr("Client ID"), found.applicationUid, true});
    if (!token.refreshToken.isEmpty())
        fields.append({tr("Refresh Expires"), token.refreshExpiresAt ? time(token.refreshExpiresAt) : tr("Never")});
    fields.append({tr("Refreshed"), time(token.refreshUsedAt)});
    fields.append({tr("Revoked"), time(token.revokedAt)});
    fields.append({tr("Family"), number(token.familyId)});
    fields.append({tr("Refreshed From"), number(token.parentId)});
    fields.append({tr("Grant"), number(token.grantId)});
    details().showFields(titleOf(row), fields);
}

} // namespace Gatehouse
