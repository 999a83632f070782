#pragma once

#include "models/activity.h"
#include "models/records/types.h"

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

/// What the item models write into their cells.
class CellText
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::CellText)

public:
    static constexpr int ShortId = 8; ///< digits of an id in a cell
    static constexpr int LongId = 16; ///< and where there is room

    static QString activity(Activity activity);
    /// Local time, short; empty for 0.
    static QString time(Timestamp time);
    /// Local time to the second.
    static QString longTime(Timestamp time);
    static QString none();
    /// The first `length` hex digits of the digest of a token. `stored` is a digest, or the token itself where its domain stores
    /// tokens readable; its value is never answered. A number, such as #42, stands for a token that was not read.
    static QString tokenId(const QString &stored, int length);
};

} // namespace Gatehouse
