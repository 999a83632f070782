#pragma once

namespace Gatehouse {

class Visitor;
struct Context;

enum class Admission {
    Granted,
    SignInFirst, ///< nobody is signed in
    Denied, ///< who is signed in is no administrator
};

struct Request;

/// Whether it comes from this machine and asks for it by a loopback name, which no proxy in front would do.
bool isLocalRequest(const Request &request);

/// Whether the request may administer this server: an administrator is signed in; or, where the policy leaves the pages open,
/// it comes from this machine and asks for it by a loopback name, which no proxy in front would do. Notes who acts.
Admission admission(Context &context, const Visitor &visitor);

} // namespace Gatehouse
