#pragma once

#include "models/records/user.h"
#include "models/result.h"

#include <optional>

namespace Gatehouse {

class Visitor;
struct Context;

/// The resource owner a request acts for: who is signed in; before that, where the policy says so and for programs on this
/// machine only, whom the wiki's `username` parameter names.
Result<std::optional<User>> ownerOf(Context &context, const Visitor &visitor);

} // namespace Gatehouse
