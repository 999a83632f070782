#include "models/store/rows.h"

#include "models/store/writer.h"

namespace Gatehouse {

Result<qint64> noteReturned(Statement &statement, const Result<void> &executed, Writer &writer, Table table)
{
    if (!executed)
        return executed.error();
    qint64 rows = 0;
    for (; statement.next(); ++rows)
        writer.changes().noteUpdated(table, statement.number(0));
    return rows;
}

} // namespace Gatehouse
