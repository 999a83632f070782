#pragma once

#include <QtGlobal>

namespace Gatehouse {

/// A row's primary key. 0 stands for "none" and is NULL in the database.
using Id = qint64;

/// Milliseconds since 1970-01-01 UTC. 0 stands for "not (yet)" and is NULL in the database.
using Timestamp = qint64;

/// A length of time in seconds. 0 stands for "without end" where a lifetime is meant.
using Seconds = qint64;

} // namespace Gatehouse
