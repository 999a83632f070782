#pragma once

#include "server/pages/language.h"

#include <QString>

namespace Gatehouse {

/// What a scope lets an application do, in words for the person who decides. A scope nobody described is empty: its name
/// has to speak for itself.
QString describeScope(const QString &scope, const Language &language);

} // namespace Gatehouse
