#pragma once

#include "models/records/types.h"

#include <QDateTime>
#include <QTimeZone>

namespace Gatehouse {

/// ISO 8601 in UTC, with milliseconds.
inline QString momentText(Timestamp moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment, QTimeZone::utc()).toString(Qt::ISODateWithMs);
}

} // namespace Gatehouse
