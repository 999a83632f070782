#pragma once

#include "models/records/types.h"

#include <QStringView>

#include <optional>

namespace Gatehouse {

/// What a person writes where a time is meant: a length of time (`90s`, `10m`, `1h30m`, `2d`, `1w`) or a local date or minute
/// (`2024-05-01`, `2024-05-01T12:30`).
struct FilterMoment
{
    bool isLength = false;
    Timestamp length = 0; ///< milliseconds
    Timestamp from = 0; ///< the day, minute or second: its first instant …
    Timestamp to = 0; ///< … and the first one after it

    static std::optional<FilterMoment> parse(QStringView text);

    friend bool operator==(const FilterMoment &, const FilterMoment &) = default;
};

} // namespace Gatehouse
