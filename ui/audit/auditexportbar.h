#pragma once

#include "models/audit/auditexport.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Gatehouse {

/// Shows how far an export has come, while it runs, and cancels it.
class AuditExportBar : public QWidget
{
    Q_OBJECT

public:
    explicit AuditExportBar(QWidget *parent = nullptr);

    bool isRunning() const { return m_export.isRunning(); }
    void start(const AuditExportOrder &order);

Q_SIGNALS:
    void finished(const Gatehouse::Result<Gatehouse::AuditExportState> &outcome);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showState(const AuditExportState &state);

    AuditExport m_export;
    AuditExportState m_state;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace Gatehouse
