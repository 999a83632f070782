#pragma once

#include "models/records/exchange.h"

namespace Gatehouse {

/// The lines that a request leaves in the log, as a Rails server with Doorkeeper prints them: Started, Parameters,
/// each SQL statement with its time, Completed. A view of the exchange record, so nothing in it is secret. Ends with an
/// empty line. Thread-safe.
QString serverOutput(const Exchange &exchange);

} // namespace Gatehouse
