#include "server/endpoints/tokenendpoint.h"

#include "models/jsonwriter.h"
#include "server/checks/granttype.h"
#include "server/checks/requestshape.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

#include <algorithm>

namespace Gatehouse {

namespace {

/// RFC 6749 section 5.1.
Response tokenResponse(const Policy &policy, const IssuedToken &issued)
{
    JsonWriter answer;
    answer.add("access_token", issued.accessToken)
        .add("token_type", policy.tokenType)
        .addIfSet("expires_in", issued.row.expiresIn)
        .addIfSet("refresh_token", issued.refreshToken)
        .addIfSet("scope", issued.row.scopes);
    if (policy.tokenCreatedAt)
        answer.add("created_at", issued.row.createdAt / 1000);
    return Response::json(200, std::move(answer));
}

} // namespace

TokenEndpoint::TokenEndpoint()
    : m_grants(makeGrants())
{ }

Response TokenEndpoint::handle(Context &context)
{
    const Outcome<IssuedToken> issued = issue(context);
    return issued ? tokenResponse(context.policy(), *issued) : refusalResponse(context, issued.refusal());
}

Outcome<IssuedToken> TokenEndpoint::issue(Context &context) const
{
    if (const auto fault = shapeFault(context))
        return *fault;
    const QString type = context.parameters.value(u"grant_type");
    if (!context.check("grant_type sent", "RFC 6749 5.2", !type.isEmpty()))
        return missingParameter(context.policy(), "grant_type");
    const Grant *grant = findGrant(type);
    const bool isOffered = grant && isGrantTypeOffered(context.policy(), type);
    const QString offered = context.recording ? context.policy().grantTypes.join(u' ') : QString();
    if (!context.check("grant_type", "RFC 6749 5.2", isOffered, offered, type))
        return OAuthError {"unsupported_grant_type", {}, {}};
    return grant->issue(context);
}

const Grant *TokenEndpoint::findGrant(const QString &type) const
{
    const auto found
        = std::find_if(m_grants.begin(), m_grants.end(), [&](const auto &grant) { return grant->type() == type; });
    return found == m_grants.end() ? nullptr : found->get();
}

} // namespace Gatehouse
