#pragma once

#include "models/records/user.h"
#include "ui/pages/peoplepage.h"

namespace Gatehouse {

class LiveData;
class PasswordDialog;
class UserDialog;

/// The people who can sign in.
class UsersPage : public PeoplePage
{
    Q_OBJECT

public:
    UsersPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    QString deletionVerb() const override;

private:
    void createUser();
    void edit(Id id);
    void setPassword(Id id);

    void openDialog(const User &user);
    void hashAndStore(UserDialog *dialog);
    void store(UserDialog *dialog, const User &user);
    void storePassword(PasswordDialog *dialog, Id id, const QString &digest);

    Store &m_store;
    LiveData &m_live;
    QAction *m_new;
    QAction *m_password;
};

} // namespace Gatehouse
