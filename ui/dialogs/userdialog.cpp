#include "ui/dialogs/userdialog.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace Gatehouse {

UserDialog::UserDialog(const User &user, QWidget *parent)
    : FormDialog(user.id ? tr("Edit User") : tr("New User"), user.id ? tr("&Save") : tr("Create &User"), parent)
    , m_user(user)
    , m_email(new QLineEdit(user.email, this))
    , m_name(new QLineEdit(user.name, this))
    , m_password(new QLineEdit(this))
    , m_admin(new QCheckBox(tr("A&dministrator"), this))
    , m_enabled(new QCheckBox(tr("Ena&bled: can sign in"), this))
{
    setObjectName(QStringLiteral("userDialog"));
    m_email->setObjectName(QStringLiteral("email"));
    m_name->setObjectName(QStringLiteral("name"));
    m_password->setObjectName(QStringLiteral("password"));
    m_admin->setObjectName(QStringLiteral("admin"));
    m_enabled->setObjectName(QStringLiteral("enabled"));
    m_email->setLayoutDirection(Qt::LeftToRight);
    m_password->setEchoMode(QLineEdit::Password);
    m_admin->setChecked(user.admin);
    m_enabled->setChecked(user.enabled);
    form().addRow(tr("&E-mail:"), m_email);
    form().addRow(tr("&Name:"), m_name);
    if (user.id == 0) {
        form().addRow(tr("&Password:"), m_password);
        form().addRow({}, new QLabel(tr("Without a password the user cannot sign in."), this));
    } else {
        m_password->hide();
    }
    form().addRow({}, m_admin);
    form().addRow({}, m_enabled);
    resize(fontMetrics().averageCharWidth() * 60, sizeHint().height());
}

User UserDialog::user() const
{
    User user = m_user;
    user.email = m_email->text().trimmed();
    user.name = m_name->text().trimmed();
    user.admin = m_admin->isChecked();
    user.enabled = m_enabled->isChecked();
    return user;
}

QString UserDialog::password() const
{
    return m_password->text();
}

QString UserDialog::check() const
{
    const QString email = user().email;
    if (email.isEmpty())
        return tr("The e-mail address is missing.");
    if (email.contains(QLatin1Char(' ')))
        return tr("An e-mail address has no blanks.");
    return {};
}

} // namespace Gatehouse
