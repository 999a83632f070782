#pragma once

#include <QMessageBox>

#include <functional>

namespace Gatehouse {

/// Asks before something is gone for good. Cancel is the default. Shown with open(); runs `confirmed` on the verb.
class ConfirmDialog : public QMessageBox
{
    Q_OBJECT

public:
    ConfirmDialog(const QString &question, const QString &consequence, const QString &verb,
                  std::function<void()> confirmed, QWidget *parent);
};

} // namespace Gatehouse
