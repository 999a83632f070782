#pragma once

#include <QString>

namespace Gatehouse {

struct Application;
struct Policy;

/// Whether anybody in the domain may use the grant type at all (RFC 6749 section 5.2, unsupported_grant_type).
bool isGrantTypeOffered(const Policy &policy, const QString &type);
/// Whether this application may use it (unauthorized_client). Without an application (nullptr) the domain alone decides.
bool isGrantTypeAllowed(const Policy &policy, const Application *application, const QString &type);

} // namespace Gatehouse
