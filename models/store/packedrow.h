#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// A row of many columns that travels as one. Qt's driver describes every column of a query anew at each execution, which
/// costs more than reading it: packed, a wide row is found twice as fast. Read the values in the order in which Dialect::packed() got them.
class PackedRow
{
public:
    explicit PackedRow(const QString &packed);

    qint64 number();
    QString text();
    /// Whether the row was read to its end and no further. If not, a text in it holds a line break.
    bool isComplete() const { return m_next == m_packed.size() + 1; }

private:
    QStringView field();

    QString m_packed;
    qsizetype m_next = 0;
};

} // namespace Gatehouse
