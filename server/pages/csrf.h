#pragma once

namespace Gatehouse {

class Visitor;
struct Context;

/// Whether a request that changes something comes from a form of ours (RFC 6749 section 10.12): no foreign origin, ever;
/// and the form token, unless the policy goes without.
bool isOwnForm(Context &context, const Visitor &visitor);

} // namespace Gatehouse
