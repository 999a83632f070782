#pragma once

#include "models/records/changeset.h"
#include "models/result.h"
#include "models/store/connection.h"

#include <optional>

namespace Gatehouse {

class Writer;

/// The first row of an executed query as a record, if there is one. `read` makes the record.
template<class Record, class Read>
Result<std::optional<Record>> firstRow(Statement &query, const Result<void> &executed, Read read)
{
    if (!executed)
        return executed.error();
    if (!query.next())
        return std::optional<Record>();
    return std::optional<Record>(read(query));
}

/// Notes the rows that an executed statement with RETURNING id changed. Answers how many.
Result<qint64> noteReturned(Statement &statement, const Result<void> &executed, Writer &writer, Table table);

} // namespace Gatehouse
