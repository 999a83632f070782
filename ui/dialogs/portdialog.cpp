#include "ui/dialogs/portdialog.h"

#include <QFormLayout>
#include <QSpinBox>

namespace Gatehouse {

PortDialog::PortDialog(quint16 port, QWidget *parent)
    : FormDialog(tr("Choose Port"), tr("&Use This Port"), parent)
    , m_port(new QSpinBox(this))
{
    setObjectName(QStringLiteral("portDialog"));
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setRange(1, 65535);
    m_port->setValue(port);
    m_port->selectAll();
    form().addRow(tr("&Port:"), m_port);
}

quint16 PortDialog::port() const
{
    return quint16(m_port->value());
}

} // namespace Gatehouse
