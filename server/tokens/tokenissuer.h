#pragma once

#include "models/records/accesstoken.h"
#include "models/result.h"

namespace Gatehouse {

struct Application;
struct Context;
struct Policy;

/// What a token is issued for. The row holds what the grant knows: application, owner, scopes, grant type, lineage.
struct TokenOrder
{
    AccessToken row;
    bool withRefreshToken = false;
};

/// A token as its client gets to see it, once.
struct IssuedToken
{
    QString accessToken;
    QString refreshToken; ///< empty: none
    AccessToken row;
};

/// How the domain stores a token or code: as a digest, or as it is.
QString storedToken(const Policy &policy, const QString &value);

/// Whether a grant that can give refresh tokens gives one to this application (nullptr: none).
bool givesRefreshToken(const Policy &policy, const Application *application);

/// Issues the token, and its family where it begins one, or gives a living one again where the policy says so. Writes one
/// row, or two: the caller opens a Transaction around whatever has to happen together.
Result<IssuedToken> issueToken(Context &context, TokenOrder order);

} // namespace Gatehouse
