#pragma once

#include "server/http/httplimits.h"
#include "server/http/requesthead.h"

namespace Gatehouse {

/// A request's address as it was sent, taken apart.
struct RequestTarget
{
    QByteArray path; ///< percent-encoded
    QByteArray query;
    QByteArray authority; ///< of the absolute-form; it stands in for the Host header (RFC 9112 section 3.2.2)
};

/// RFC 9112 section 3.2: origin-form, absolute-form, and the asterisk of OPTIONS.
std::optional<HttpFault> parseTarget(QByteArrayView text, Method method, const HttpLimits &limits,
                                     RequestTarget &result);

} // namespace Gatehouse
