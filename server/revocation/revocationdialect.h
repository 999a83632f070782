#pragma once

#include "models/revocation/revocationlevel.h"
#include "server/message/oautherror.h"
#include "server/message/response.h"

#include <QString>

namespace Gatehouse {

struct Context;
struct Policy;

/// One way of asking for a revocation and of answering: routes, parameter names, replies. What is revoked is decided by
/// the RevocationService alone (revocation.md sections 5.1 to 5.3). Holds no state.
class RevocationDialect
{
public:
    /// Who refuses, and why.
    struct Refused
    {
        QString outcome; ///< as the audit trail has it
        OAuthError error;
        bool nothingSent = false; ///< the caller did not try to prove who it is
    };

    virtual ~RevocationDialect() = default;

    /// As in the audit trail and in `revocation_levels`: "oam".
    virtual QString name() const = 0;
    /// What revoking a token of this kind reaches when the request does not say.
    virtual RevocationLevel defaultLevel(bool isRefreshToken) const = 0;
    /// The same, or what the policy puts in its place.
    RevocationLevel levelOf(const Policy &policy, bool isRefreshToken) const;
    /// As the audit trail and `revocation_levels` spell the kind.
    static QString kindName(bool isRefreshToken);
    /// Whether the identity domain is named by header or query and not by the path.
    virtual bool namesDomain() const { return false; }
    /// Whether an access token may stand for the client's credentials.
    virtual bool takesBearer(const Policy &) const { return false; }
    /// Whether the body may be of any type that can be read, and the query be part of it, as Doorkeeper has it.
    virtual bool readsLikeDoorkeeper(const Policy &) const { return false; }
    /// Whether revoking nothing is no error.
    virtual bool takesNothing(const Policy &) const { return false; }
    /// The hint, for the audit trail; it never changes what is found.
    virtual QString hint(const Context &context) const;

    /// The body of a 503 for a change that could not be stored; empty: the common one.
    virtual QByteArray bodyWhenLost(const Context &) const { return {}; }

    virtual Response succeeded() const = 0;
    virtual Response refused(Context &context, const Refused &refused) const = 0;
};

/// "error" and "error_description" with a status, a challenge beside 401, and Retry-After (RFC 6749 section 5.2).
Response plainRefusal(const Context &context, int status, const OAuthError &error);

} // namespace Gatehouse
