#include "ui/pages/userspage.h"

#include "models/revocation/dependents.h"
#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "models/store/userstore.h"
#include "ui/audited.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/dialogs/userdialog.h"
#include "ui/hashinpool.h"
#include "ui/livedata.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>

namespace Gatehouse {

namespace {

const QString UserKind = QStringLiteral("user");

} // namespace

UsersPage::UsersPage(const Console &console, LiveData &live, QWidget *parent)
    : StoredPage(console, live.users(), QStringLiteral("users"), parent)
    , m_store(console.store)
    , m_live(live)
    , m_new(makeNewAction())
    , m_edit(makeItemAction(QStringLiteral("edit"), QStringLiteral("edit"), &UsersPage::edit))
    , m_password(makeItemAction(QStringLiteral("setPassword"), QStringLiteral("password"), &UsersPage::setPassword))
    , m_tokens(makeItemAction(QStringLiteral("showTokens"), QStringLiteral("tokens"), &UsersPage::showTokens))
    , m_delete(makeItemAction(QStringLiteral("delete"), QStringLiteral("delete"), &UsersPage::askToDelete))
{
    setObjectName(QStringLiteral("usersPage"));
    table().setObjectName(QStringLiteral("usersTable"));
    m_edit->setShortcut(Qt::Key_F2);
    m_delete->setShortcut(QKeySequence::Delete);
    connect(m_new, &QAction::triggered, this, &UsersPage::createUser);
    actionsAreMade();
    showColumns({32, 24, 14, 10, 11});
    UsersPage::retranslate();
}

void UsersPage::retranslate()
{
    StoredPage::retranslate();
    m_new->setText(tr("&New User…"));
    m_edit->setText(tr("&Edit…"));
    m_password->setText(tr("Set &Password…"));
    m_tokens->setText(tr("Show &Tokens"));
    m_delete->setText(tr("&Delete…"));
    placeholder().setText(tr("No users yet"),
                          tr("A user signs in on Gatehouse's own page and decides what an application may do."));
}

QString UsersPage::titleOfMany(qsizetype rows) const
{
    return tr("%n user(s) selected", "", int(rows));
}

void UsersPage::createUser()
{
    User user;
    user.domainId = DomainStore::DefaultId;
    openDialog(user);
}

void UsersPage::edit(Id id)
{
    m_store.run([id](Store &store) { return store.users().find(id); }, this,
                [this](const Result<std::optional<User>> &found) {
                    if (found && *found)
                        openDialog(**found);
                });
}

void UsersPage::openDialog(const User &user)
{
    auto *dialog = new UserDialog(user, window());
    connect(dialog, &FormDialog::submitted, this, [this, dialog] { hashAndStore(dialog); });
    dialog->open();
}

void UsersPage::hashAndStore(UserDialog *dialog)
{
    const User user = dialog->user();
    if (dialog->password().isEmpty())
        return store(dialog, user);
    hashInPool(dialog->password(), dialog, [this, dialog, user](const QString &digest) {
        User complete = user;
        complete.passwordDigest = digest;
        store(dialog, complete);
    });
}

void UsersPage::store(UserDialog *dialog, const User &user)
{
    m_store.run(
        [user](Store &store) {
            return audited(store, UserKind, user.id ? QStringLiteral("changed") : QStringLiteral("created"),
                           [&]() -> Result<Id> {
                               if (user.id)
                                   return withId(store.users().update(user), user.id);
                               const auto created = store.users().create(user);
                               return created ? Result<Id>(created->id) : Result<Id>(created.error());
                           });
        },
        dialog,
        [dialog](const Result<Id> &done) {
            if (done)
                dialog->finish();
            else
                dialog->showProblem(done.error().message);
        });
}

void UsersPage::setPassword(Id id)
{
    auto *dialog = new PasswordDialog(nameOf(id), window());
    connect(dialog, &FormDialog::submitted, this, [this, dialog, id] {
        hashInPool(dialog->password(), dialog,
                   [this, dialog, id](const QString &digest) { storePassword(dialog, id, digest); });
    });
    dialog->open();
}

void UsersPage::storePassword(PasswordDialog *dialog, Id id, const QString &digest)
{
    m_store.run(
        [id, digest](Store &store) {
            return audited(store, UserKind, QStringLiteral("password_set"),
                           [&] { return withId(store.users().setPassword(id, digest), id); });
        },
        dialog,
        [this, dialog, name = nameOf(id)](const Result<Id> &done) {
            if (!done)
                return dialog->showProblem(done.error().message);
            dialog->finish();
            message().post(InlineMessage::Kind::Success, tr("The password of “%1” is set.").arg(name));
        });
}

void UsersPage::showTokens(Id id)
{
    Q_EMIT pageRequested(QStringLiteral("tokens"), QStringLiteral("user:%1").arg(nameOf(id)));
}

void UsersPage::askToDelete(Id id)
{
    m_store.run([id](Store &store) { return dependentsOfUser(store, id); }, this,
                [this, id](const Result<Dependents> &found) {
                    if (!found)
                        return tellProblem(found.error().message);
                    const QString tokens = tr("%n token(s)", "", int(found->tokens));
                    const QString grants = tr("%n grant(s)", "", int(found->grants));
                    const QString consents = tr("%n consent(s)", "", int(found->consents));
                    confirmDeletion(
                        id,
                        tr("%1, %2 and %3 are deleted with it. This cannot be undone.").arg(tokens, grants, consents));
                });
}

void UsersPage::confirmDeletion(Id id, const QString &consequence)
{
    auto *dialog = new ConfirmDialog(
        tr("Delete “%1”?").arg(nameOf(id)), consequence, tr("&Delete User"), [this, id] { remove(id); }, window());
    dialog->open();
}

void UsersPage::remove(Id id)
{
    m_store.run(
        [id](Store &store) {
            return audited(store, UserKind, QStringLiteral("deleted"),
                           [&] { return withId(store.users().remove(id), id); });
        },
        this,
        [this, name = nameOf(id)](const Result<Id> &done) {
            if (succeeded(done))
                message().post(InlineMessage::Kind::Success, tr("“%1” is deleted.").arg(name));
        });
}

} // namespace Gatehouse
