#include "ui/widgets/secretfield.h"

#include "ui/clipboard.h"
#include "ui/icons.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace Gatehouse {

SecretField::SecretField(QWidget *parent)
    : QWidget(parent)
    , m_value(new QLineEdit(this))
    , m_reveal(new QToolButton(this))
    , m_copy(new QToolButton(this))
{
    m_value->setObjectName(QStringLiteral("secretValue"));
    m_reveal->setObjectName(QStringLiteral("secretReveal"));
    m_copy->setObjectName(QStringLiteral("secretCopy"));
    m_value->setReadOnly(true);
    m_value->setLayoutDirection(Qt::LeftToRight);
    m_value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_reveal->setIcon(icon(QStringLiteral("reveal")));
    m_reveal->setCheckable(true);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setToolTip(tr("Copy; the clipboard forgets it after 30 seconds"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_value, 1);
    row->addWidget(m_reveal);
    row->addWidget(m_copy);
    setFocusProxy(m_copy);
    connect(m_reveal, &QToolButton::toggled, this, &SecretField::setRevealed);
    connect(m_copy, &QToolButton::clicked, this, [this] { copySecret(secret()); });
    setName(tr("Secret"));
    setRevealed(false);
}

void SecretField::setSecret(const QString &secret)
{
    m_value->setText(secret);
    m_value->setCursorPosition(0);
}

QString SecretField::secret() const
{
    return m_value->text();
}

bool SecretField::isRevealed() const
{
    return m_value->echoMode() == QLineEdit::Normal;
}

void SecretField::setName(const QString &name)
{
    m_value->setAccessibleName(name);
    m_reveal->setAccessibleName(tr("Show: %1", "makes a hidden value readable").arg(name));
    m_copy->setAccessibleName(tr("Copy: %1").arg(name));
}

void SecretField::setRevealed(bool revealed)
{
    m_value->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setToolTip(revealed ? tr("Hide") : tr("Show", "makes a hidden value readable"));
}

} // namespace Gatehouse
