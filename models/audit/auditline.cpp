#include "models/audit/auditline.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace Gatehouse {

namespace {

QString utcTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toUTC().toString(Qt::ISODateWithMs);
}

QString numberOrNothing(Id id)
{
    return id ? QString::number(id) : QString();
}

QByteArray csvLine(const QStringList &values)
{
    QStringList cells;
    for (const QString &value : values)
        cells.append(AuditLine::cell(value));
    return cells.join(u',').toUtf8() + "\r\n";
}

QByteArray jsonLine(const AuditEvent &event)
{
    QJsonObject object {{QStringLiteral("id"), event.id},
                        {QStringLiteral("at"), utcTime(event.at)},
                        {QStringLiteral("actor"), event.actor},
                        {QStringLiteral("action"), event.action},
                        {QStringLiteral("outcome"), event.outcome},
                        {QStringLiteral("subject"), event.subject},
                        {QStringLiteral("reason"), event.reason},
                        {QStringLiteral("details"), QJsonDocument::fromJson(event.details.toUtf8()).object()}};
    if (event.exchangeId)
        object.insert(QStringLiteral("exchange"), event.exchangeId);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray AuditLine::header(Format format)
{
    return format == Format::JsonLines
        ? QByteArray()
        : csvLine(QStringLiteral("id at actor action outcome subject reason exchange details").split(u' '));
}

QByteArray AuditLine::of(const AuditEvent &event, Format format)
{
    if (format == Format::JsonLines)
        return jsonLine(event);
    return csvLine({QString::number(event.id), utcTime(event.at), event.actor, event.action, event.outcome,
                    event.subject, event.reason, numberOrNothing(event.exchangeId), event.details});
}

QString AuditLine::cell(QString value)
{
    // A tab or line break before the sign is skipped by some spreadsheets.
    static const QString dangerous = QStringLiteral("=+-@\t\r\n");
    if (!value.isEmpty() && dangerous.contains(value.at(0)))
        value.prepend(u'\'');
    const bool needsQuotes
        = value.contains(u',') || value.contains(u'"') || value.contains(u'\n') || value.contains(u'\r');
    return needsQuotes ? QString(u'"' % value.replace(u'"', QLatin1String("\"\"")) % u'"') : value;
}

} // namespace Gatehouse
