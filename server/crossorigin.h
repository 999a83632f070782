#pragma once

#include "server/message/response.h"

namespace Gatehouse {

class Store;
struct IdentityDomain;

/// The answer to OPTIONS (RFC 9110 section 9.3.7): 204 with Allow and, where the route is `shared` and the origin allowed, what
/// the CORS protocol's preflight asks for. Never with credentials.
Response preflight(Store &store, const IdentityDomain &domain, const Request &request, const QByteArray &allow,
                   bool shared);

/// Lets the page that asked read `response` if its origin is one that the policy lists or that a public client registered
/// a redirect address of.
void shareWithOrigin(Store &store, const IdentityDomain &domain, const Request &request, Response &response);

} // namespace Gatehouse
