#include "ui/pages/applicationspage.h"

#include "models/secrets/passwordhash.h"
#include "models/secrets/random.h"
#include "models/store/applicationstore.h"
#include "models/store/store.h"
#include "ui/audited.h"
#include "ui/clipboard.h"
#include "ui/delegates/identifierdelegate.h"
#include "ui/dialogs/applicationdialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/secretdialog.h"
#include "ui/livedata.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>

namespace Gatehouse {

namespace {

const QString ApplicationKind = QStringLiteral("application");

} // namespace

ApplicationsPage::ApplicationsPage(const Console &console, LiveData &live, QWidget *parent)
    : StoredPage(console, live.applications(), QStringLiteral("applications"), parent)
    , m_store(console.store)
    , m_live(live)
    , m_new(makeNewAction())
{
    setObjectName(QStringLiteral("applicationsPage"));
    table().setObjectName(QStringLiteral("applicationsTable"));
    makeEditAction(&ApplicationsPage::edit);
    m_rotate = makeItemAction(QStringLiteral("rotate"), QStringLiteral("rotate"), &ApplicationsPage::rotateSecret);
    m_tokens = makeItemAction(QStringLiteral("showTokens"), QStringLiteral("tokens"), &ApplicationsPage::showTokens);
    m_copy = makeItemAction(QStringLiteral("copyClientId"), QStringLiteral("copy"), &ApplicationsPage::copyClientId);
    makeDeleteAction(m_store,
                     {ApplicationKind, &dependentsOfApplication,
                      [](Store &store, Id id) { return store.applications().remove(id); },
                      [this] { return m_live.domain(); }});
    connect(m_new, &QAction::triggered, this, &ApplicationsPage::createApplication);
    actionsAreMade();
    const int uid = live.applications().fieldIndex(QStringLiteral("uid"));
    table().setItemDelegateForColumn(uid, new IdentifierDelegate(console.clock, this));
    showColumns({24, 15, 12, 20, 12, 12, 10, 7});
    ApplicationsPage::retranslate();
}

void ApplicationsPage::retranslate()
{
    StoredPage::retranslate();
    m_new->setText(tr("&New Application…"));
    m_rotate->setText(tr("&Rotate Secret…"));
    m_tokens->setText(tr("Show &Tokens"));
    m_copy->setText(tr("Copy Client &ID"));
    placeholder().setText(tr("No applications yet"),
                          tr("An application asks for tokens: a web server, a page, an app, a job. Register one to get "
                             "its client ID and secret."));
}

QString ApplicationsPage::titleOfMany(qsizetype rows) const
{
    return tr("%n application(s) selected", "", int(rows));
}

QString ApplicationsPage::deletionVerb() const
{
    return tr("&Delete Application");
}

void ApplicationsPage::selectionShifted()
{
    StoredPage::selectionShifted();
    const Id id = selectedId();
    const int type = m_live.applications().fieldIndex(QStringLiteral("confidential"));
    const int row = m_live.applications().rowOf(id);
    m_rotate->setEnabled(id && m_live.applications().index(row, type).data(Qt::EditRole).toBool());
}

void ApplicationsPage::createApplication()
{
    Application application;
    application.domainId = m_live.domain();
    application.uid = randomToken();
    openDialog(application);
}

void ApplicationsPage::edit(Id id)
{
    m_store.run([id](Store &store) { return store.applications().find(id); }, this,
                [this](const Result<std::optional<Application>> &found) {
                    if (found && *found)
                        openDialog(**found);
                });
}

void ApplicationsPage::openDialog(const Application &application)
{
    auto *dialog = new ApplicationDialog(application, window());
    connect(dialog, &FormDialog::submitted, this, [this, dialog] { store(dialog); });
    dialog->open();
}

void ApplicationsPage::store(ApplicationDialog *dialog)
{
    Application application = dialog->application();
    const bool isNew = application.id == 0;
    const QString secret = isNew && application.confidential ? randomToken() : QString();
    if (!secret.isEmpty())
        application.secret = storedSecretForGenerated(secret);
    m_store.run(
        [application, isNew](Store &store) {
            return audited(
                store, ApplicationKind, isNew ? QStringLiteral("created") : QStringLiteral("changed"),
                [&]() -> Result<Id> {
                    if (!isNew)
                        return withId(store.applications().update(application), application.id);
                    const auto created = store.applications().create(application);
                    return created ? Result<Id>(created->id) : Result<Id>(created.error());
                },
                application.domainId);
        },
        dialog, [this, dialog, secret](const Result<Id> &done) { finish(dialog, secret, done); });
}

void ApplicationsPage::finish(ApplicationDialog *dialog, const QString &secret, const Result<Id> &done)
{
    if (!done) {
        dialog->showProblem(done.error().message);
        return;
    }
    const Application application = dialog->application();
    dialog->finish();
    if (!secret.isEmpty())
        showSecret(application, secret);
}

void ApplicationsPage::rotateSecret(Id id)
{
    m_store.run([id](Store &store) { return store.applications().find(id); }, this,
                [this](const Result<std::optional<Application>> &found) {
                    if (found && *found)
                        confirmRotation(**found);
                });
}

void ApplicationsPage::confirmRotation(const Application &application)
{
    auto *dialog = new ConfirmDialog(
        tr("Make a new secret for “%1”?").arg(application.name),
        tr("The old secret stops working at once. Tokens that were issued stay valid."), tr("&Rotate Secret"),
        [this, application] { giveSecret(application); }, window());
    dialog->open();
}

void ApplicationsPage::giveSecret(const Application &application)
{
    const QString secret = randomToken();
    const QString stored = storedSecretForGenerated(secret);
    m_store.run(
        [id = application.id, domain = application.domainId, stored](Store &store) {
            return audited(
                store, ApplicationKind, QStringLiteral("secret_rotated"),
                [&] { return withId(store.applications().setSecret(id, stored), id); }, domain);
        },
        this,
        [this, application, secret](const Result<Id> &done) {
            if (succeeded(done))
                showSecret(application, secret);
        });
}

void ApplicationsPage::showSecret(const Application &application, const QString &secret)
{
    m_live.rememberSecret(application.uid, secret);
    auto *dialog = new SecretDialog(application.name, application.uid, secret, window());
    dialog->open();
}

void ApplicationsPage::showTokens(Id id)
{
    Q_EMIT pageRequested(QStringLiteral("tokens"), QStringLiteral("client:%1").arg(clientIdOf(id)));
}

void ApplicationsPage::copyClientId(Id id)
{
    copyText(clientIdOf(id));
}

QString ApplicationsPage::clientIdOf(Id id) const
{
    const ApplicationsModel &model = m_live.applications();
    return model.index(model.rowOf(id), model.fieldIndex(QStringLiteral("uid"))).data(Qt::EditRole).toString();
}

} // namespace Gatehouse
