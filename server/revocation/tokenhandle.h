#pragma once

#include "models/records/types.h"

#include <QString>

#include <optional>

namespace Gatehouse {

/// What stands for a token in lists: tokens are stored hashed and cannot be shown again. Worth nothing by itself; whoever
/// presents one must be allowed to end the token anyway.
struct TokenHandle
{
    Id token = 0; ///< row of oauth_access_tokens
    bool isRefreshToken = false;

    /// "access-42".
    QString text() const;
    /// Nothing for any other text.
    static std::optional<TokenHandle> of(const QString &text);
};

} // namespace Gatehouse
