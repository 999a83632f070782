#pragma once

#include "models/audit/auditline.h"
#include "models/filter/filterexpression.h"
#include "models/filter/filtersql.h"
#include "models/result.h"
#include "models/store/databaseurl.h"

#include <QCoreApplication>

#include <functional>

class QSqlQuery;
class QSaveFile;

namespace Gatehouse {

/// What is to be written, and where.
struct AuditExportOrder
{
    DatabaseUrl url;
    FilterExpression filter;
    FilterFields fields; ///< of the filter
    QString from; ///< the FROM clause that they name
    Timestamp now = 0;
    AuditLine::Format format = AuditLine::Format::Csv;
    QString file;
};

/// How far it has come.
struct AuditExportState
{
    qint64 events = 0; ///< written
    int percent = 0; ///< of the table looked at
    bool isCancelled = false;
};

/// Writes the events that match into a file that only its owner can read, newest first. The file appears when it is complete. Works in the
/// calling thread, through a connection of its own, in SELECTs of bounded size.
class AuditExportJob
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::AuditExportJob)

public:
    /// Asked after every part; false cancels.
    using Progress = std::function<bool(const AuditExportState &)>;

    explicit AuditExportJob(const AuditExportOrder &order);
    Result<AuditExportState> run(const Progress &progress);

private:
    Result<AuditExportState> writeAll(QSaveFile &file, const Progress &progress);
    Result<qint64> writeSlice(QSaveFile &file, QSqlQuery &query, Id from, Id above);
    Error cannotWrite(const QSaveFile &file) const;

    const AuditExportOrder m_order;
    FilterSql m_filter;
};

} // namespace Gatehouse
