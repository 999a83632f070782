#pragma once

#include <QString>

namespace Gatehouse {

struct AccessGrant;
struct Application;
struct Policy;

/// Whether the application has to send a code challenge (RFC 7636, RFC 9700 section 2.1.1).
bool needsChallenge(const Policy &policy, const Application &application);
/// 43 to 128 unreserved characters (RFC 7636 sections 4.1 and 4.2): a verifier, or a challenge.
bool isWellFormedVerifier(const QString &text);
/// base64url(SHA-256(verifier)), RFC 7636 section 4.2.
QString s256Challenge(const QString &verifier);
/// Whether the verifier fits the challenge that the code was asked for with (RFC 7636 section 4.6). Constant time.
bool verifierFits(const AccessGrant &grant, const QString &verifier);

} // namespace Gatehouse
