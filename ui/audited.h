#pragma once

#include "models/records/types.h"
#include "models/result.h"

#include <QString>

#include <functional>

namespace Gatehouse {

class Store;

/// Makes a change for the person at the console and notes it in the audit trail: both or neither. To be called in the
/// store's thread. `kind` and `verb` make the action, for instance "application" and "created"; `change` answers the
/// row's id. `domain`: whose trail it is; 0: the row is a domain itself.
Result<Id> audited(Store &store, const QString &kind, const QString &verb, const std::function<Result<Id>()> &change,
                   Id domain = 0);

/// The answer of a change that answers nothing, for audited().
Result<Id> withId(const Result<void> &done, Id id);

} // namespace Gatehouse
