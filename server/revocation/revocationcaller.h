#pragma once

#include "models/records/application.h"
#include "models/store/tokenstore.h"
#include "server/message/oautherror.h"

#include <optional>

namespace Gatehouse {

class RevocationDialect;
struct Context;
struct RevocationAudit;

/// Who asks for a revocation (revocation.md section 5.2, step 4).
struct RevocationCaller
{
    std::optional<Application> client; ///< by its credentials, or a public one by its name
    std::optional<TokenLookup> bearer; ///< by an access token, whatever its state, or the token itself

    /// Whether the caller hears that a token is not its own: anybody can claim to be a public client.
    bool isTold() const { return client && client->confidential; }
    /// Whether the token is one that the caller may end.
    bool owns(const AccessToken &token) const;
};

/// Why there is no caller.
struct CallerRefusal
{
    Refusal refusal;
    bool nothingSent = false;
};

/// The caller, or a refusal; notes who it is in `audit`, and the outcome when refused. `value`: the token to be revoked.
std::variant<RevocationCaller, CallerRefusal> findCaller(Context &context, const RevocationDialect &dialect,
                                                         const QString &value, RevocationAudit &audit);

/// A client by the credentials that stand under the names `id` and `secret` in the body, confidential or public.
Outcome<Application> clientInBody(Context &context, QStringView id, QStringView secret, bool &nothingSent);

} // namespace Gatehouse
