#pragma once

#include <QString>

#include <optional>

namespace Gatehouse {

/// How far the revocation of one token reaches (revocation.md section 5.4; Oracle's chaining_level), in rising order.
enum class RevocationLevel {
    None, ///< the token; of a refresh token its whole family of refresh tokens
    RelatedTokens, ///< an access token with its family's refresh tokens; a refresh token with all of its family
    RelatedConsent, ///< the consent and all that was issued under it
};

/// The wire's word, "RELATED_TOKENS".
QString levelName(RevocationLevel level);
/// Nothing for any other text; the words are compared with their case.
std::optional<RevocationLevel> levelNamed(QStringView name);

} // namespace Gatehouse
