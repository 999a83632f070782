#pragma once

#include <Qt>

namespace Gatehouse {

/// What the models say beside the displayed text.
enum ItemRole {
    IdRole = Qt::UserRole + 1, ///< Id of the row
    ActivityRole, ///< int(Activity); tokens and codes
    TimestampRole, ///< Timestamp behind a time column; 0: none. The display text is an absolute local time
    FullTextRole, ///< the whole value where the display is shortened: for tooltip, copy, screen reader
    WireRole, ///< QString: the value as stored where the display is in words
    FieldRole, ///< QString: the column's name in the filter language
};

} // namespace Gatehouse
