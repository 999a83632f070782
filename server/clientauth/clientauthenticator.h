#pragma once

#include "models/records/application.h"
#include "server/message/oautherror.h"

#include <optional>

namespace Gatehouse {

struct ClientClaim;
struct Context;

/// Finds out which application a request comes from (RFC 6749 sections 2.3 and 3.2.1). Confidential ones prove it by
/// their secret, public ones name themselves. A secret that is sent has to be right in any case.
class ClientAuthenticator
{
public:
    explicit ClientAuthenticator(Context &context)
        : m_context(context)
    { }

    /// The application; invalid_client when there is no proof.
    Outcome<Application> require();
    /// The same, and nothing when the request does not speak of a client.
    Outcome<std::optional<Application>> identify();

    /// The application of a claim that was read before.
    Outcome<Application> prove(const ClientClaim &claim);

private:
    Outcome<bool> isProved(const std::optional<Application> &application, const ClientClaim &claim);

    Context &m_context;
};

} // namespace Gatehouse
