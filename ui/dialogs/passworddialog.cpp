#include "ui/dialogs/passworddialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace Gatehouse {

PasswordDialog::PasswordDialog(const QString &email, QWidget *parent)
    : FormDialog(tr("Set Password"), tr("&Set Password"), parent)
    , m_password(new QLineEdit(this))
    , m_again(new QLineEdit(this))
{
    setObjectName(QStringLiteral("passwordDialog"));
    m_password->setObjectName(QStringLiteral("password"));
    m_again->setObjectName(QStringLiteral("again"));
    for (QLineEdit *field : {m_password, m_again})
        field->setEchoMode(QLineEdit::Password);
    auto *whose = new QLabel(email, this);
    whose->setTextFormat(Qt::PlainText);
    form().addRow(tr("User:"), whose);
    form().addRow(tr("New &password:"), m_password);
    form().addRow(tr("The same &again:"), m_again);
    resize(fontMetrics().averageCharWidth() * 60, sizeHint().height());
}

QString PasswordDialog::password() const
{
    return m_password->text();
}

QString PasswordDialog::check() const
{
    if (m_password->text().isEmpty())
        return tr("The password is missing.");
    return m_password->text() == m_again->text() ? QString() : tr("The two passwords differ.");
}

} // namespace Gatehouse
