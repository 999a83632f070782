#pragma once

#include "models/result.h"

#include <sysexits.h>

namespace Gatehouse {

struct DatabaseUrl;

/// The exit code (sysexits.h) for a configuration file that could not be used.
int exitCodeForConfig(const Error &error);
/// The exit code for a database that could not be opened.
int exitCodeForDatabase(const Error &error, const DatabaseUrl &database);
/// The exit code for an address that could not be listened on.
int exitCodeForServer(const Error &error);

} // namespace Gatehouse
