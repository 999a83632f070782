#pragma once

#include "models/secrets/secretbytes.h"
#include "ui/dialogs/formdialog.h"

class QLineEdit;

namespace Gatehouse {

/// Asks for the passphrase that guards the keys; twice for a new one.
class PassphraseDialog : public FormDialog
{
    Q_OBJECT

public:
    PassphraseDialog(bool isNew, QWidget *parent);

    SecretBytes passphrase() const;

protected:
    QString check() const override;

private:
    QLineEdit *m_passphrase;
    QLineEdit *m_again = nullptr; ///< null: it is not new
};

} // namespace Gatehouse
