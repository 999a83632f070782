#pragma once

#include "models/activity.h"
#include "models/filter/filterfield.h"

#include <QVariantList>

namespace Gatehouse {

/// What the SELECTs of tokens and codes have in common: the columns that decide whether a row is alive come first. The tables are
/// named as in activityJoins().
struct ActivitySelect
{
    /// Positions in a row; each SELECT goes on with ColumnTotal.
    enum Column {
        Key,
        CreatedAt,
        ExpiresAt,
        RevokedAt,
        ConsentRevokedAt,
        ApplicationEnabled,
        UserEnabled,
        DomainNotBefore,
        ApplicationNotBefore,
        UserNotBefore,
        ConsentNotBefore,
        ColumnTotal
    };

    static QString columns();
    /// The resource owner's e-mail address, or number where the address is not known.
    static QString owner();
    static ActivityFacts facts(const QVariantList &row);

    /// `is:active` and `is:expired`, by the one predicate.
    static FilterChoice active();
    static FilterChoice expired();
};

} // namespace Gatehouse
