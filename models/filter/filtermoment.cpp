#include "models/filter/filtermoment.h"

#include <QDateTime>

namespace Gatehouse {

namespace {

constexpr Timestamp LongestLength = Timestamp(100) * 366 * 24 * 3600 * 1000; // a century: sums never overflow

Timestamp unitLength(QChar unit)
{
    switch (unit.toLower().unicode()) {
    case 's':
        return 1000;
    case 'm':
        return 60 * 1000;
    case 'h':
        return 3600 * 1000;
    case 'd':
        return 24 * 3600 * 1000;
    case 'w':
        return 7 * 24 * 3600 * 1000;
    default:
        return 0;
    }
}

std::optional<Timestamp> parseLength(QStringView text)
{
    Timestamp sum = 0;
    qint64 number = -1;
    for (QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            number = qMax(number, qint64(0)) * 10 + c.digitValue();
        } else {
            const Timestamp unit = unitLength(c);
            if (number < 0 || unit == 0 || number > LongestLength / unit)
                return std::nullopt;
            sum += number * unit;
            number = -1;
        }
        if (number > LongestLength || sum > LongestLength)
            return std::nullopt;
    }
    if (number >= 0 || text.isEmpty())
        return std::nullopt;
    return sum;
}

std::optional<FilterMoment> between(const QDateTime &from, const QDateTime &to)
{
    if (!from.isValid() || !to.isValid())
        return std::nullopt;
    return FilterMoment {.from = from.toMSecsSinceEpoch(), .to = to.toMSecsSinceEpoch()};
}

} // namespace

std::optional<FilterMoment> FilterMoment::parse(QStringView text)
{
    if (const auto length = parseLength(text))
        return FilterMoment {.isLength = true, .length = *length};

    const QString written = text.toString();
    const QDate date = QDate::fromString(written, QStringLiteral("yyyy-MM-dd"));
    if (date.isValid())
        return between(date.startOfDay(), date.addDays(1).startOfDay());
    const QDateTime minute = QDateTime::fromString(written, QStringLiteral("yyyy-MM-ddTHH:mm"));
    if (minute.isValid())
        return between(minute, minute.addSecs(60));
    const QDateTime second = QDateTime::fromString(written, QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    return between(second, second.addSecs(1));
}

} // namespace Gatehouse
