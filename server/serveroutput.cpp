#include "server/serveroutput.h"

#include "server/http/responsewriter.h"

#include <QDateTime>

namespace Gatehouse {

namespace {

/// "2014-02-26 17:52:28 -0500", the time of the machine's zone.
QString localTime(Timestamp moment)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(moment);
    const int minutes = time.offsetFromUtc() / 60;
    return time.toString(QStringLiteral("yyyy-MM-dd hh:mm:ss "))
        + QString::asprintf("%c%02d%02d", minutes < 0 ? '-' : '+', qAbs(minutes) / 60, qAbs(minutes) % 60);
}

QString milliseconds(qint64 microseconds)
{
    return QString::number(double(microseconds) / 1000, 'f', 1) + QStringLiteral("ms");
}

/// What a client sent keeps to its line.
QString quoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    for (QChar &each : text)
        each = each.isPrint() ? each : QChar(u'?');
    return u'"' + text + u'"';
}

QString parametersOf(const Exchange &exchange)
{
    QStringList pairs;
    for (const auto &[name, value] : exchange.parameters)
        pairs.append(quoted(name) + QStringLiteral("=>") + quoted(value));
    return u'{' + pairs.join(QStringLiteral(", ")) + u'}';
}

QString statementLine(const SqlTrace &statement)
{
    const QLatin1String unit(statement.rows == 1 ? "row" : "rows");
    return QStringLiteral("  SQL (%1, %2 %3)  %4\n")
        .arg(milliseconds(statement.microseconds), QString::number(statement.rows), unit, statement.sql.simplified());
}

/// Which rule a refused request has met, for the operator's eyes.
QString refusalLine(const Check &check)
{
    QString line = QStringLiteral("  Refused by %1").arg(check.rule);
    if (!check.reference.isEmpty())
        line += QStringLiteral(" (%1)").arg(check.reference);
    if (!check.expected.isEmpty())
        line += QStringLiteral(", expected %1").arg(quoted(check.expected));
    if (!check.received.isEmpty())
        line += QStringLiteral(", received %1").arg(quoted(check.received));
    return line + u'\n';
}

QString refusalsOf(const Exchange &exchange)
{
    QString lines;
    for (const Check &check : exchange.checks) {
        if (!check.passed && exchange.status >= 400)
            lines += refusalLine(check);
    }
    return lines;
}

} // namespace

QString serverOutput(const Exchange &exchange)
{
    QString text;
    if (exchange.unrecorded > 0)
        text += QStringLiteral("(%1 %2 before this one: too many at a time to record)\n\n")
                    .arg(QString::number(exchange.unrecorded),
                         QLatin1String(exchange.unrecorded == 1 ? "request" : "requests"));
    text
        += QStringLiteral("Started %1 %2 for %3 at %4\n")
               .arg(QString::fromLatin1(exchange.method), quoted(exchange.path), exchange.peer, localTime(exchange.at));
    if (!exchange.endpoint.isEmpty())
        text += QStringLiteral("Processing by the %1 endpoint\n").arg(exchange.endpoint);
    if (!exchange.parameters.isEmpty())
        text += QStringLiteral("  Parameters: %1\n").arg(parametersOf(exchange));
    for (const SqlTrace &statement : exchange.statements)
        text += statementLine(statement);
    text += refusalsOf(exchange);
    if (!exchange.redirect.isEmpty())
        text += QStringLiteral("Redirected to %1\n").arg(exchange.redirect);
    text += QStringLiteral("Completed %1 %2 in %3\n\n")
                .arg(QString::number(exchange.status), QLatin1String(reasonPhrase(exchange.status)),
                     milliseconds(exchange.durationMicroseconds));
    return text;
}

} // namespace Gatehouse
