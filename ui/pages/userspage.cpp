#include "ui/pages/userspage.h"

#include "models/store/store.h"
#include "models/store/userstore.h"
#include "ui/audited.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/dialogs/userdialog.h"
#include "ui/hashinpool.h"
#include "ui/livedata.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/placeholder.h"

#include <QAction>

namespace Gatehouse {

namespace {

const QString UserKind = QStringLiteral("user");

} // namespace

UsersPage::UsersPage(const Console &console, LiveData &live, QWidget *parent)
    : PeoplePage(console, live.users(), parent)
    , m_store(console.store)
    , m_live(live)
    , m_new(makeNewAction())
{
    makeEditAction(&UsersPage::edit);
    m_password = makeItemAction(QStringLiteral("setPassword"), QStringLiteral("password"), &UsersPage::setPassword);
    makeTokensAction();
    makeDeleteAction(m_store,
                     {UserKind, &dependentsOfUser, [](Store &store, Id id) { return store.users().remove(id); },
                      [this] { return m_live.domain(); }});
    connect(m_new, &QAction::triggered, this, &UsersPage::createUser);
    actionsAreMade();
    showColumns({32, 24, 14, 10, 11});
    UsersPage::retranslate();
}

void UsersPage::retranslate()
{
    PeoplePage::retranslate();
    m_new->setText(tr("&New User…"));
    m_password->setText(tr("Set &Password…"));
    placeholder().setText(tr("No users yet"),
                          tr("A user signs in on Gatehouse's own page and decides what an application may do."));
}

QString UsersPage::deletionVerb() const
{
    return tr("&Delete User");
}

void UsersPage::createUser()
{
    User user;
    user.domainId = m_live.domain();
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
            return audited(
                store, UserKind, user.id ? QStringLiteral("changed") : QStringLiteral("created"),
                [&]() -> Result<Id> {
                    if (user.id)
                        return withId(store.users().update(user), user.id);
                    const auto created = store.users().create(user);
                    return created ? Result<Id>(created->id) : Result<Id>(created.error());
                },
                user.domainId);
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
        [id, digest, domain = m_live.domain()](Store &store) {
            return audited(
                store, UserKind, QStringLiteral("password_set"),
                [&] { return withId(store.users().setPassword(id, digest), id); }, domain);
        },
        dialog,
        [this, dialog, name = nameOf(id)](const Result<Id> &done) {
            if (!done)
                return dialog->showProblem(done.error().message);
            dialog->finish();
            message().post(InlineMessage::Kind::Success, tr("The password of “%1” is set.").arg(name));
        });
}

} // namespace Gatehouse
