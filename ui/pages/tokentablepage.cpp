#include "ui/pages/tokentablepage.h"

#include "ui/delegates/identifierdelegate.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/livetables.h"
#include "ui/widgets/livetableview.h"

namespace Gatehouse {

TokenTablePage::TokenTablePage(const WindowContext &context, LiveTables &live, QWidget *parent, const QSet<int> &left)
    : RevocablePage(context, live.tokens(), live.newRevocationPane(RevocationPick::Kind::Tokens),
                    RevocationPick::Kind::Tokens, QStringLiteral("tokens"), parent)
    , m_live(live)
{
    setObjectName(QStringLiteral("tokensPage"));
    table().setObjectName(QStringLiteral("tokensTable"));
    table().setItemDelegateForColumn(TokensModel::TokenId, new IdentifierDelegate(context.clock, this));
    table().setItemDelegateForColumn(TokensModel::Status, new StatusDelegate(context.clock, this));
    showColumns({{TokensModel::Status, 13},
                 {TokensModel::TokenId, 9},
                 {TokensModel::ApplicationName, 26},
                 {TokensModel::UserEmail, 19},
                 {TokensModel::Scopes, 12},
                 {TokensModel::Issued, 10},
                 {TokensModel::Expires, 10},
                 {TokensModel::Kind, 16},
                 {TokensModel::GrantType, 17}},
                left);
}

QString TokenTablePage::titleOf(int row) const
{
    const QAbstractItemModel &model = m_live.tokens();
    return tr("Token %1").arg(model.index(row, TokensModel::TokenId).data().toString());
}

QString TokenTablePage::titleOfMany(qsizetype rows) const
{
    return rows > LiveTableView::MaxAtOnce ? tr("%n tokens are selected: too many to act on at once.", "", int(rows))
                                           : tr("%n token(s) selected", "", int(rows));
}

void TokenTablePage::selectionShifted()
{
    RevocablePage::selectionShifted();
    if (const Id token = selectedToken())
        lookUp(token);
}

Id TokenTablePage::selectedToken() const
{
    const QList<int> rows = table().selectedRowNumbers();
    return rows.size() == 1 ? m_live.tokens().idAt(rows.first()) : 0;
}

void TokenTablePage::addDetails(const QList<DetailField> &more)
{
    const int row = table().selectedRowNumbers().first();
    details().showFields(titleOf(row), fieldsOf(row) + more);
}

} // namespace Gatehouse
