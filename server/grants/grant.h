#pragma once

#include "models/records/application.h"
#include "server/message/oautherror.h"
#include "server/tokens/tokenissuer.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace Gatehouse {

struct Context;

/// One way to get a token at the token endpoint (RFC 6749 section 1.3). Its .cpp reads as the list of its checks.
class Grant
{
public:
    virtual ~Grant() = default;
    /// The grant_type.
    virtual QString type() const = 0;
    /// Checks the request and issues the token, or refuses. Has no state between requests.
    virtual Outcome<IssuedToken> issue(Context &context) const = 0;

protected:
    /// The authenticated application, when it may use this grant type.
    Outcome<Application> client(Context &context) const;
    /// The same, and nothing when the request names no client and the policy lets the grant do without one.
    Outcome<std::optional<Application>> optionalClient(Context &context) const;
    /// issueToken(), with a fault of the store as a refusal.
    static Outcome<IssuedToken> issued(Context &context, TokenOrder order);

private:
    Outcome<Application> allowed(Context &context, Application application) const;
};

/// invalid_grant, with what exactly was wrong for the operator.
OAuthError invalidGrant();

/// Every grant the server has, the table that the token endpoint looks into.
std::vector<std::unique_ptr<Grant>> makeGrants();

} // namespace Gatehouse
