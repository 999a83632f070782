#pragma once

#include "models/records/user.h"
#include "ui/pages/storedpage.h"

namespace Gatehouse {

class LiveData;
class PasswordDialog;
class UserDialog;

/// The people who can sign in.
class UsersPage : public StoredPage
{
    Q_OBJECT

public:
    UsersPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("users"); }
    QString title() const override { return tr("Users"); }

protected:
    void retranslate() override;
    QString titleOfMany(qsizetype rows) const override;

private:
    void createUser();
    void edit(Id id);
    void setPassword(Id id);
    void showTokens(Id id);
    void askToDelete(Id id);

    void openDialog(const User &user);
    void hashAndStore(UserDialog *dialog);
    void store(UserDialog *dialog, const User &user);
    void storePassword(PasswordDialog *dialog, Id id, const QString &digest);
    void confirmDeletion(Id id, const QString &consequence);
    void remove(Id id);

    Store &m_store;
    LiveData &m_live;
    QAction *m_new;
    QAction *m_edit;
    QAction *m_password;
    QAction *m_tokens;
    QAction *m_delete;
};

} // namespace Gatehouse
