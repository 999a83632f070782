#include "ui/dialogs/passphrasedialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace Gatehouse {

PassphraseDialog::PassphraseDialog(bool isNew, QWidget *parent)
    : FormDialog(isNew ? tr("Choose a Passphrase") : tr("Open the Keys"), isNew ? tr("&Choose") : tr("&Open"), parent)
    , m_passphrase(new QLineEdit(this))
{
    setObjectName(QStringLiteral("passphraseDialog"));
    auto *hint = new QLabel(isNew ? tr("It is to guard the keys of this server. Nobody can open them without it, so "
                                       "keep it where you will find it.")
                                  : tr("A passphrase guards the keys of this server, which cannot start without it."),
                            this);
    hint->setWordWrap(true);
    form().addRow(hint);
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_passphrase->setEchoMode(QLineEdit::Password);
    form().addRow(tr("&Passphrase:"), m_passphrase);
    if (isNew) {
        m_again = new QLineEdit(this);
        m_again->setObjectName(QStringLiteral("again"));
        m_again->setEchoMode(QLineEdit::Password);
        form().addRow(tr("The same &again:"), m_again);
    }
    resize(fontMetrics().averageCharWidth() * 60, sizeHint().height());
}

SecretBytes PassphraseDialog::passphrase() const
{
    QByteArray text = m_passphrase->text().toUtf8();
    return SecretBytes::taking(text);
}

QString PassphraseDialog::check() const
{
    if (m_passphrase->text().isEmpty())
        return tr("The passphrase is missing.");
    return !m_again || m_passphrase->text() == m_again->text() ? QString() : tr("The two passphrases differ.");
}

} // namespace Gatehouse
