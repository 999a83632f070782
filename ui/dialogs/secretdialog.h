#pragma once

#include <QDialog>

namespace Gatehouse {

/// Shows a client secret that was just made, once: it is stored as a digest and cannot be shown again.
class SecretDialog : public QDialog
{
    Q_OBJECT

public:
    SecretDialog(const QString &application, const QString &clientId, const QString &secret, QWidget *parent);
};

} // namespace Gatehouse
