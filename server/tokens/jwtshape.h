#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Gatehouse {

/// What a JSON Web Token (RFC 7519) says of itself, unproved: to be told apart from opaque tokens, never to be believed.
struct JwtShape
{
    QString issuer;
    QString subject;
    QStringList audience; ///< `aud`, `azp` and `client_id`
    bool isAccessToken = false; ///< typ is at+jwt (RFC 9068 section 2.1)

    /// Nothing for a value that is no JWT in compact form.
    static std::optional<JwtShape> of(const QString &value);
};

} // namespace Gatehouse
