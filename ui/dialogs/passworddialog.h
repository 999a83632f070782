#pragma once

#include "ui/dialogs/formdialog.h"

class QLineEdit;

namespace Gatehouse {

/// Asks for a new password, twice.
class PasswordDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `email`: whose it is.
    PasswordDialog(const QString &email, QWidget *parent);

    QString password() const;

protected:
    QString check() const override;

private:
    QLineEdit *m_password;
    QLineEdit *m_again;
};

} // namespace Gatehouse
