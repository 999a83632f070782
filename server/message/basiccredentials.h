#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Gatehouse {

/// What a Basic Authorization header carries (RFC 7617).
struct BasicCredentials
{
    QString id;
    QString secret;
};

/// How both parts are written inside the header.
enum class BasicEncoding {
    Form, ///< each form-encoded, as RFC 6749 section 2.3.1 has it
    Plain, ///< as they are
};

/// The credentials of a header value `Basic BASE64`, or nothing when it is broken: not Base64, no colon, not UTF-8, NUL.
std::optional<BasicCredentials> parseBasicCredentials(QByteArrayView header, BasicEncoding encoding);

/// What follows the scheme in an Authorization header, for instance the token behind "Bearer"; nothing when the scheme
/// is another. Schemes compare caselessly (RFC 9110 section 11.1).
std::optional<QByteArrayView> authorizationValue(QByteArrayView header, QByteArrayView scheme);

} // namespace Gatehouse
