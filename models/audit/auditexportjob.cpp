#include "models/audit/auditexportjob.h"

#include "models/store/connection.h"

#include <QSaveFile>
#include <QSqlError>
#include <QSqlQuery>

namespace Gatehouse {

namespace {

constexpr Id SliceKeys = 4096; // looked at between two questions whether to go on

AuditEvent eventOf(const QSqlQuery &row)
{
    AuditEvent event;
    event.id = row.value(0).toLongLong();
    event.at = row.value(1).toLongLong();
    event.actor = row.value(2).toString();
    event.action = row.value(3).toString();
    event.outcome = row.value(4).toString();
    event.subject = row.value(5).toString();
    event.reason = row.value(6).toString();
    event.exchangeId = row.value(7).toLongLong();
    event.details = row.value(8).toString();
    return event;
}

} // namespace

AuditExportJob::AuditExportJob(const AuditExportOrder &order)
    : m_order(order)
    , m_filter(FilterSql::make(order.filter, order.fields, order.now))
{ }

Result<AuditExportState> AuditExportJob::run(const Progress &progress)
{
    QSaveFile file(m_order.file);
    // Before the first byte: an audit trail names users and addresses.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return cannotWrite(file);
    Result<AuditExportState> written = writeAll(file, progress);
    if (!written || written->isCancelled)
        return written;
    if (!file.commit())
        return cannotWrite(file);
    return written;
}

Result<AuditExportState> AuditExportJob::writeAll(QSaveFile &file, const Progress &progress)
{
    const auto reader = Connection::open(m_order.url, Connection::Access::Read);
    if (!reader)
        return reader.error();
    QSqlQuery span((*reader)->handle());
    if (!span.exec(QStringLiteral("SELECT (SELECT min(id) FROM audit_events), (SELECT max(id) FROM audit_events)"))
        || !span.next())
        return toError(span.lastError());
    const Id oldest = span.value(0).toLongLong();
    const Id newest = span.value(1).toLongLong();
    span.finish();
    QSqlQuery query((*reader)->handle());
    query.setForwardOnly(true);
    query.prepare(u"SELECT t.id, t.occurred_at, t.actor, t.action, t.outcome, t.subject, t.reason, t.exchange_id,"
                  " t.details "
                  % m_order.from % u" WHERE t.id >= ? AND t.id < ?"
                  % (m_filter.condition.isEmpty() ? QString() : QString(u" AND " % m_filter.condition))
                  % u" ORDER BY t.id DESC");
    AuditExportState state;
    if (file.write(AuditLine::header(m_order.format)) < 0)
        return cannotWrite(file);
    for (Id above = newest + 1; above > oldest && newest > 0; above -= SliceKeys) {
        const Result<qint64> events = writeSlice(file, query, above - SliceKeys, above);
        if (!events)
            return events.error();
        state.events += *events;
        state.percent = int(qMin<Id>(100, (newest + 1 - above + SliceKeys) * 100 / (newest + 1 - oldest)));
        state.isCancelled = !progress(state);
        if (state.isCancelled)
            break;
    }
    return state;
}

Result<qint64> AuditExportJob::writeSlice(QSaveFile &file, QSqlQuery &query, Id from, Id above)
{
    query.bindValue(0, from);
    query.bindValue(1, above);
    int position = 2;
    for (const QVariant &value : m_filter.values)
        query.bindValue(position++, value);
    if (!query.exec())
        return toError(query.lastError());
    qint64 events = 0;
    while (query.next()) {
        if (file.write(AuditLine::of(eventOf(query), m_order.format)) < 0)
            return cannotWrite(file);
        ++events;
    }
    query.finish();
    return events;
}

Error AuditExportJob::cannotWrite(const QSaveFile &file) const
{
    return {Error::Kind::Unavailable, tr("%1 cannot be written: %2").arg(m_order.file, file.errorString())};
}

} // namespace Gatehouse
