#include "ui/widgets/keynotice.h"

#include "models/secrets/vaultopener.h"
#include "ui/dialogs/passphrasedialog.h"

#include <QEvent>

namespace Gatehouse {

KeyNotice::KeyNotice(VaultOpener &vault, QWidget *parent)
    : InlineMessage(parent)
    , m_vault(vault)
{
    setObjectName(QStringLiteral("keys"));
    setStanding(true);
    connect(&m_vault, &VaultOpener::changed, this, &KeyNotice::tell);
    connect(&m_vault, &VaultOpener::passphraseWanted, this, &KeyNotice::ask);
    connect(&m_vault, &VaultOpener::passphraseSettled, this, &KeyNotice::closeDialog);
    tell();
}

void KeyNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        tell();
    InlineMessage::changeEvent(event);
}

void KeyNotice::tell()
{
    if (m_vault.protection() != KeyProtection::File)
        return clear();
    QList<Action> actions;
    if (m_vault.lacksSecretService())
        actions.append({tr("Use Secret Service", "guard the keys by it"), [this] { m_vault.moveToSecretService(); }});
    post(Kind::Warning, m_vault.sentence(), actions);
}

void KeyNotice::ask(bool isNew, const QString &problem)
{
    if (m_dialog)
        return m_dialog->showProblem(problem);
    m_dialog = new PassphraseDialog(isNew, window());
    connect(m_dialog, &FormDialog::submitted, this, &KeyNotice::give);
    connect(m_dialog, &QDialog::rejected, this, &KeyNotice::refuse);
    m_dialog->open();
    if (!problem.isEmpty())
        m_dialog->showProblem(problem);
}

void KeyNotice::give()
{
    m_vault.givePassphrase(m_dialog->passphrase());
}

void KeyNotice::refuse()
{
    m_dialog = nullptr;
    m_vault.givePassphrase(
        Error {Error::Kind::Unavailable, tr("The keys stay closed, because their passphrase was not given.")});
}

void KeyNotice::closeDialog()
{
    if (PassphraseDialog *dialog = m_dialog) {
        m_dialog = nullptr;
        dialog->finish();
    }
}

} // namespace Gatehouse
