#pragma once

class QSqlError;

namespace Gatehouse {

/// Whether after this error the engine may have undone the whole transaction instead of the one statement.
bool endsTransaction(const QSqlError &error);

} // namespace Gatehouse
