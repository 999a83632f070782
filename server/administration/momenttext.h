#pragma once

#include "models/records/types.h"

#include <QDateTime>

namespace Gatehouse {

/// ISO 8601 in UTC, with milliseconds.
inline QString momentText(Timestamp moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace Gatehouse
