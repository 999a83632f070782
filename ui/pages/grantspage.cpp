#include "ui/pages/grantspage.h"

#include "ui/delegates/identifierdelegate.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/livedata.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

namespace Gatehouse {

GrantsPage::GrantsPage(const Console &console, LiveData &live, QWidget *parent)
    : RevocablePage(console, live.grants(), RevocationPanel::Subject::Grants, QStringLiteral("grants"), parent)
    , m_live(live)
{
    setObjectName(QStringLiteral("grantsPage"));
    table().setObjectName(QStringLiteral("grantsTable"));
    auto *identifiers = new IdentifierDelegate(console.clock, this);
    auto *status = new StatusDelegate(console.clock, this);
    status->setRevokedIsOrdinary(true);
    table().setItemDelegateForColumn(GrantsModel::GrantId, identifiers);
    table().setItemDelegateForColumn(GrantsModel::RedirectUri, identifiers);
    table().setItemDelegateForColumn(GrantsModel::Status, status);
    showModel(live.grants(),
              {GrantsModel::Status, GrantsModel::GrantId, GrantsModel::ApplicationName, GrantsModel::UserEmail,
               GrantsModel::Scopes, GrantsModel::Created, GrantsModel::Expires, GrantsModel::Tokens, GrantsModel::Pkce,
               GrantsModel::RedirectUri},
              {12, 9, 26, 19, 12, 10, 10, 6, 6, 26});
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

QString GrantsPage::endedText(qint64 ended) const
{
    return ended == 0 ? tr("Everything selected was over already.")
                      : tr("%n grant(s) and token(s) revoked.", "", int(ended));
}

} // namespace Gatehouse
