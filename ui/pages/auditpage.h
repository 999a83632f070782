#pragma once

#include "models/audit/auditexport.h"
#include "ui/pages/keysetpage.h"

namespace Gatehouse {

class AuditExportBar;
class LiveData;

/// What was changed, or asked for and refused, by whom and why; newest first.
class AuditPage : public KeysetPage
{
    Q_OBJECT

public:
    AuditPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("audit"); }
    QString title() const override { return tr("Audit"); }
    QList<QAction *> itemActions() const override;

    /// Writes all that the filter shows. A name that ends in .csv gets CSV, any other JSON lines.
    void exportTo(const QString &file);

protected:
    void retranslate() override;
    QList<DetailField> fieldsOf(int row) const override;
    QString titleOf(int row) const override;
    QString titleOfMany(qsizetype rows) const override;
    void selectionShifted() override;

private:
    void addActions();
    void copyLink() const;
    void copyJson() const;
    void showSubject();
    void askWhereToExport();
    void tellExport(const Result<AuditExportState> &outcome);

    const Console m_console;
    LiveData &m_live;
    AuditExportBar *m_exportBar;
    QString m_exportFile;
    QAction *m_copyLink;
    QAction *m_copyJson;
    QAction *m_showSubject;
    QAction *m_export;
};

} // namespace Gatehouse
