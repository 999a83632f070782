#pragma once

#include "models/filter/filterexpression.h"
#include "models/records/types.h"

#include <QString>
#include <QVariant>

namespace Gatehouse {

/// A filter as SQL: a condition whose question marks stand for `values` in their order. What a person typed is only ever bound.
struct FilterSql
{
    QString condition; ///< empty: no condition
    QVariantList values;
    bool dependsOnTime = false; ///< the same rows may match no longer, or only later

    /// The text of the condition depends on `expression` alone; `now` goes into the values.
    static FilterSql make(const FilterExpression &expression, const FilterFields &fields, Timestamp now);
};

} // namespace Gatehouse
