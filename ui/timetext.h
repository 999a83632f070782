#pragma once

#include "models/records/types.h"

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

/// Points in time and lengths of time in words, in the language of the interface.
class TimeText
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::TimeText)

public:
    /// "just now", "5 min ago", "in 2 h"; beyond thirty days the date.
    static QString relative(Timestamp time, Timestamp now);
    /// Date and time to the second, local time.
    static QString absolute(Timestamp time);
    /// The larger unit only: "12 s", "5 min", "3 h", "2 days".
    static QString length(Timestamp milliseconds);
};

} // namespace Gatehouse
