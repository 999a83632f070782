#include "ui/pages/consentspage.h"

#include "models/tables/consentsmodel.h"
#include "models/tables/roles.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/livedata.h"
#include "ui/timetext.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>

namespace Gatehouse {

ConsentsPage::ConsentsPage(const WindowContext &context, LiveData &live, QWidget *parent)
    : RevocablePage(context, live.consents(), live.newRevocationPane(RevocationPick::Kind::Consents),
                    RevocationPick::Kind::Consents, QStringLiteral("consents"), parent)
    , m_live(live)
    , m_showTokens(makeAction(QStringLiteral("showTokens"), QStringLiteral("tokens")))
    , m_showUser(makeAction(QStringLiteral("showUser"), QStringLiteral("users")))
    , m_showApplication(makeAction(QStringLiteral("showApplication"), QStringLiteral("applications")))
{
    setObjectName(QStringLiteral("consentsPage"));
    table().setObjectName(QStringLiteral("consentsTable"));
    auto *status = new StatusDelegate(context.clock, this);
    status->setRevokedIsOrdinary(true); // its user may take it back
    table().setItemDelegateForColumn(ConsentsModel::Status, status);
    setItemActions(itemActions());
    details().setActions({revokeAction(), m_showTokens}); // there is room for two
    connect(m_showTokens, &QAction::triggered, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("tokens"), QStringLiteral("consent:%1").arg(selectedId())); });
    connect(m_showUser, &QAction::triggered, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("users"), textAt(selectedRow(), ConsentsModel::UserEmail)); });
    connect(m_showApplication, &QAction::triggered, this, [this] {
        Q_EMIT pageRequested(QStringLiteral("applications"), textAt(selectedRow(), ConsentsModel::ApplicationName));
    });
    showColumns({{ConsentsModel::Status, 12},
                 {ConsentsModel::UserEmail, 20},
                 {ConsentsModel::ApplicationName, 25},
                 {ConsentsModel::Scopes, 16},
                 {ConsentsModel::Tokens, 11},
                 {ConsentsModel::Given, 10},
                 {ConsentsModel::Changed, 10},
                 {ConsentsModel::Resource, 12}});
    ConsentsPage::retranslate();
}

QList<QAction *> ConsentsPage::consentActions() const
{
    return {m_showTokens, m_showUser, m_showApplication};
}

QList<QAction *> ConsentsPage::itemActions() const
{
    return RevocablePage::itemActions() + consentActions();
}

void ConsentsPage::retranslate()
{
    RevocablePage::retranslate();
    placeholder().setText(tr("No consents yet"),
                          tr("A consent is what a user allows an application when it asks for the first time. While "
                             "it stands, the user need not be asked again for the same scopes."));
    m_showTokens->setText(tr("Show &Tokens"));
    m_showTokens->setToolTip(tr("Show the tokens that were issued under this consent"));
    m_showUser->setText(tr("Show &User"));
    m_showUser->setToolTip(tr("Show who gave this consent"));
    m_showApplication->setText(tr("Show &Application"));
    m_showApplication->setToolTip(tr("Show which application this consent is for"));
}

QList<DetailField> ConsentsPage::fieldsOf(int row) const
{
    const ConsentsModel &model = m_live.consents();
    const auto time = [&](int column) {
        const Timestamp moment = model.index(row, column).data(TimestampRole).toLongLong();
        return moment ? TimeText::absolute(moment) : QString();
    };
    const QString scopes = textAt(row, ConsentsModel::Scopes).split(u' ', Qt::SkipEmptyParts).join(u'\n');
    const bool stands = model.index(row, 0).data(ActivityRole).toInt() == int(Activity::Active);
    return {{tr("Status"), textAt(row, ConsentsModel::Status)},
            {tr("User"), textAt(row, ConsentsModel::UserEmail)},
            {tr("Application"), textAt(row, ConsentsModel::ApplicationName)},
            {tr("Client ID"), model.clientIdAt(row), true},
            {tr("Allowed Scopes"), scopes.isEmpty() ? tr("None") : scopes},
            {tr("Resource"), textAt(row, ConsentsModel::Resource)},
            {tr("Live Tokens"), textAt(row, ConsentsModel::Tokens)},
            {tr("Given"), time(ConsentsModel::Given)},
            {stands ? tr("Changed") : tr("Withdrawn"), time(ConsentsModel::Changed)}};
}

QString ConsentsPage::titleOf(int row) const
{
    return tr("Consent %1").arg(m_live.consents().idAt(row));
}

QString ConsentsPage::titleOfMany(qsizetype rows) const
{
    return tr("%n consent(s) selected", "", int(rows));
}

void ConsentsPage::selectionShifted()
{
    RevocablePage::selectionShifted();
    const bool isOne = selectedRow() >= 0;
    for (QAction *action : consentActions())
        action->setEnabled(isOne);
}

QString ConsentsPage::textAt(int row, int column) const
{
    return m_live.consents().index(row, column).data().toString();
}

} // namespace Gatehouse
