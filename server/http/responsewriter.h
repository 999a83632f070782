#pragma once

#include "server/message/response.h"

namespace Gatehouse {

/// How an answer is put on the wire.
struct Framing
{
    bool withBody = true; ///< false: the answer to HEAD
    QByteArrayView connection; ///< the Connection header's value; empty: none
    QByteArrayView date; ///< the Date header's value
};

/// The whole answer as bytes. A header that would break the framing makes it a 500.
QByteArray responseBytes(const Response &response, const Framing &framing);
/// "Not Found"; empty for a status without a name.
const char *reasonPhrase(int status);
/// The time as the Date header wants it (RFC 9110 section 5.6.7).
QByteArray httpDate(qint64 secondsSinceEpoch);

} // namespace Gatehouse
