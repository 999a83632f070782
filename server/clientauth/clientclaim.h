#pragma once

#include "server/message/oautherror.h"

#include <QString>

namespace Gatehouse {

struct Context;

/// What a request says about its client, before any of it is believed.
struct ClientClaim
{
    enum class Method {
        None, ///< nothing was said
        Basic, ///< client_secret_basic
        Post, ///< client_secret_post
        Public, ///< client_id alone
    };

    Method method = Method::None;
    QString id;
    QString secret;
};

/// Reads the claim (RFC 6749 section 2.3.1). More than one method is an invalid_request, except where the policy has Basic
/// come first: then the body is not looked at, and broken Basic credentials count as not sent.
Outcome<ClientClaim> readClientClaim(Context &context);

} // namespace Gatehouse
