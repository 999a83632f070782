#include "server/grants/passwordgrant.h"

#include "server/atomically.h"
#include "server/checks/credentials.h"
#include "server/checks/scope.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

/// RFC 6749 section 4.3.2 has both required; for Doorkeeper an absent one is a wrong one.
std::optional<OAuthError> missingCredential(const Context &context)
{
    for (const char *name : {"username", "password"}) {
        if (context.parameters.value(QString::fromLatin1(name)).isEmpty())
            return speaksDoorkeeper(context) ? invalidGrant() : missingParameter(context.policy(), name);
    }
    return std::nullopt;
}

} // namespace

QString PasswordGrant::type() const
{
    return QStringLiteral("password");
}

Outcome<IssuedToken> PasswordGrant::issue(Context &context) const
{
    const Outcome<std::optional<Application>> application = optionalClient(context);
    if (!application)
        return application.refusal();
    if (const auto missing = missingCredential(context))
        return *missing;
    const Outcome<std::optional<User>> owner
        = userWithPassword(context, context.parameters.value(u"username"), context.parameters.value(u"password"));
    if (!owner)
        return owner.refusal();
    if (!*owner)
        return invalidGrant();
    const Application *const asker = *application ? &**application : nullptr;
    Outcome<QString> scopes = grantedScopes(context, asker, type());
    if (!scopes)
        return scopes.refusal();

    TokenOrder order;
    order.row.applicationId = asker ? asker->id : 0;
    order.row.resourceOwnerId = (*owner)->id;
    order.row.scopes = *std::move(scopes);
    order.row.grantType = type();
    order.withRefreshToken = givesRefreshToken(context.policy(), asker);
    return atomically(context, [&] { return issued(context, std::move(order)); });
}

} // namespace Gatehouse
