#include "ui/widgets/urlfield.h"

#include "ui/clipboard.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace Gatehouse {

UrlField::UrlField(QWidget *parent)
    : QWidget(parent)
    , m_value(new QLineEdit(this))
    , m_copy(new QToolButton(this))
{
    m_value->setObjectName(QStringLiteral("urlValue"));
    m_copy->setObjectName(QStringLiteral("urlCopy"));
    m_value->setReadOnly(true);
    m_value->setLayoutDirection(Qt::LeftToRight);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_value, 1);
    row->addWidget(m_copy);
    connect(m_copy, &QToolButton::clicked, this, &UrlField::copy);
}

void UrlField::setUrl(const QString &url)
{
    if (url == m_value->text())
        return;
    m_value->setText(url);
    m_value->setCursorPosition(0);
}

QString UrlField::url() const
{
    return m_value->text();
}

void UrlField::setName(const QString &name)
{
    m_value->setAccessibleName(name);
    m_value->setToolTip(name);
    m_copy->setAccessibleName(tr("Copy: %1").arg(name));
    m_copy->setToolTip(tr("Copy"));
}

void UrlField::copy()
{
    copyText(url());
}

} // namespace Gatehouse
