#pragma once

#include "models/records/user.h"
#include "ui/dialogs/formdialog.h"

class QCheckBox;
class QLineEdit;

namespace Gatehouse {

/// Adds a user, or changes one. A password is asked for new users only; it may stay empty.
class UserDialog : public FormDialog
{
    Q_OBJECT

public:
    /// A user without an id is a new one.
    UserDialog(const User &user, QWidget *parent);

    User user() const;
    QString password() const;

protected:
    QString check() const override;

private:
    User m_user;
    QLineEdit *m_email;
    QLineEdit *m_name;
    QLineEdit *m_password;
    QCheckBox *m_admin;
    QCheckBox *m_enabled;
};

} // namespace Gatehouse
