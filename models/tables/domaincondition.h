#pragma once

#include "models/records/types.h"

#include <QString>

namespace Gatehouse {

/// What keeps a SELECT to the rows of one identity domain; nothing for 0. Comes behind another condition.
inline QString inDomain(Id domain, const char *column = "domain_id")
{
    return domain == 0 ? QString() : QStringLiteral(" AND %1 = %2").arg(QLatin1String(column), QString::number(domain));
}

} // namespace Gatehouse
