#include "ui/timetext.h"

#include <QDateTime>
#include <QLocale>

namespace Gatehouse {

namespace {

constexpr Timestamp Second = 1000;
constexpr Timestamp Minute = 60 * Second;
constexpr Timestamp Hour = 60 * Minute;
constexpr Timestamp Day = 24 * Hour;

} // namespace

QString TimeText::relative(Timestamp time, Timestamp now)
{
    const Timestamp distance = time - now;
    if (qAbs(distance) >= 30 * Day)
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time).date(), QLocale::ShortFormat);
    if (distance > 0)
        return tr("in %1", "a length of time: in 5 min").arg(length(distance));
    if (distance > -2 * Second)
        return tr("just now");
    return tr("%1 ago", "a length of time: 5 min ago").arg(length(-distance));
}

QString TimeText::absolute(Timestamp time)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time);
    return QLocale().toString(moment.date(), QLocale::ShortFormat) + QLatin1Char(' ')
        + QLocale().toString(moment.time(), QStringLiteral("HH:mm:ss"));
}

QString TimeText::length(Timestamp milliseconds)
{
    if (milliseconds < Minute)
        return tr("%1 s", "seconds").arg(QLocale().toString((milliseconds + Second - 1) / Second));
    if (milliseconds < Hour)
        return tr("%1 min", "minutes").arg(QLocale().toString(milliseconds / Minute));
    if (milliseconds < Day)
        return tr("%1 h", "hours").arg(QLocale().toString(milliseconds / Hour));
    return tr("%n day(s)", "", int(milliseconds / Day));
}

} // namespace Gatehouse
