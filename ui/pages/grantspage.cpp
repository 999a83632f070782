#include "ui/pages/grantspage.h"

#include "ui/delegates/identifierdelegate.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/livetables.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

namespace Gatehouse {

GrantsPage::GrantsPage(const WindowContext &context, LiveTables &live, QWidget *parent, const QSet<int> &left)
    : RevocablePage(context, live.grants(), live.newRevocationPane(RevocationPick::Kind::Grants),
                    RevocationPick::Kind::Grants, QStringLiteral("grants"), parent)
    , m_live(live)
{
    setObjectName(QStringLiteral("grantsPage"));
    table().setObjectName(QStringLiteral("grantsTable"));
    auto *identifiers = new IdentifierDelegate(context.clock, this);
    auto *status = new StatusDelegate(context.clock, this);
    status->setRevokedIsOrdinary(true);
    table().setItemDelegateForColumn(GrantsModel::GrantId, identifiers);
    table().setItemDelegateForColumn(GrantsModel::RedirectUri, identifiers);
    table().setItemDelegateForColumn(GrantsModel::Status, status);
    showColumns({{GrantsModel::Status, 12},
                 {GrantsModel::GrantId, 9},
                 {GrantsModel::ApplicationName, 26},
                 {GrantsModel::UserEmail, 19},
                 {GrantsModel::Scopes, 12},
                 {GrantsModel::Created, 10},
                 {GrantsModel::Expires, 10},
                 {GrantsModel::Tokens, 6},
                 {GrantsModel::Pkce, 6},
                 {GrantsModel::RedirectUri, 26}},
                left);
    GrantsPage::retranslate();
}

void GrantsPage::retranslate()
{
    RevocablePage::retranslate();
    placeholder().setText(tr("No grants yet"),
                          tr("A grant is the authorization code that a user's consent gives an application. It is "
                             "exchanged for tokens once, within a minute or so."));
}

QString GrantsPage::titleOf(int row) const
{
    const QAbstractItemModel &model = m_live.grants();
    return tr("Grant %1").arg(model.index(row, GrantsModel::GrantId).data().toString());
}

QString GrantsPage::titleOfMany(qsizetype rows) const
{
    return rows > LiveTableView::MaxAtOnce ? tr("%n grants are selected: too many to act on at once.", "", int(rows))
                                           : tr("%n grant(s) selected", "", int(rows));
}

} // namespace Gatehouse
