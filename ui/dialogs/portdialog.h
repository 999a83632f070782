#pragma once

#include "ui/dialogs/formdialog.h"

class QSpinBox;

namespace Gatehouse {

/// Asks for another port.
class PortDialog : public FormDialog
{
    Q_OBJECT

public:
    PortDialog(quint16 port, QWidget *parent);

    quint16 port() const;

protected:
    QString check() const override { return {}; }

private:
    QSpinBox *m_port;
};

} // namespace Gatehouse
