#include "server/checks/credentials.h"

#include "models/secrets/passwordhash.h"
#include "models/store/store.h"
#include "models/store/userstore.h"
#include "server/audittrail.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/throttle.h"

#include <algorithm>

namespace Gatehouse {

namespace {

/// In its own words for both doors: RFC 6749 has no error for this, RFC 8628 3.5 has the name.
OAuthError tooManyGuesses(Seconds wait)
{
    return {"slow_down", {}, QStringLiteral("Throttled for %1 s.").arg(wait), 429, wait};
}

bool canSignIn(const std::optional<User> &user)
{
    return user && user->enabled && !user->passwordDigest.isEmpty();
}

/// A first guess too many is worth a line in the audit trail; those that are refused meanwhile are not counted.
Result<void> noteThrottled(Context &context, bool isReached, const char *kind, Id id)
{
    if (!isReached)
        return {};
    return AuditTrail(context).note("throttled", kind, id,
                                    {{QStringLiteral("source_ip"), context.request.peer.toString()}});
}

/// What an absent account's password is held against: no password fits, and finding out takes as long.
QString nobodysDigest()
{
    return QStringLiteral("$argon2id$");
}

} // namespace

Outcome<std::optional<User>> userWithPassword(Context &context, const QString &login, const QString &password)
{
    Throttle &throttle = context.throttle;
    const QString peer = context.request.peer.toString();
    const Seconds wait = std::max(throttle.wait(Throttle::Kind::Account, login, context.now),
                                  throttle.wait(Throttle::Kind::Address, peer, context.now));
    if (!context.check("throttle", "RFC 6749 10.10", wait == 0))
        return tooManyGuesses(wait);
    const Result<std::optional<User>> user = context.store.users().findByEmail(context.domain.id, login);
    if (!user)
        return storeFault(user.error());
    const bool possible = canSignIn(*user);
    const Outcome<bool> matches = context.secretMatches(possible ? (*user)->passwordDigest : nobodysDigest(), password);
    if (!matches)
        return matches.refusal();
    if (context.check("password", "RFC 6749 4.3.2", possible && *matches))
        return *user;
    const bool accountWaits
        = throttle.noteFailure(Throttle::Kind::Account, login, context.now, *user ? (*user)->email : QString());
    const bool addressWaits = throttle.noteFailure(Throttle::Kind::Address, peer, context.now, peer);
    const auto noted = *user ? noteThrottled(context, accountWaits || addressWaits, "user", (*user)->id)
                             : noteThrottled(context, accountWaits || addressWaits, "domain", context.domain.id);
    if (!noted)
        return storeFault(noted.error());
    return std::optional<User>();
}

Outcome<bool> clientSecretMatches(Context &context, const Application &application, const QString &secret)
{
    const auto name = [&] { return QString(application.uid % u'@' % context.request.peer.toString()); };
    const Seconds wait
        = context.throttle.isEmpty() ? 0 : context.throttle.wait(Throttle::Kind::Client, name(), context.now);
    if (wait > 0) {
        context.check("throttle", "RFC 6749 2.3.1", false);
        return tooManyGuesses(wait);
    }
    const Outcome<bool> matches = context.secretMatches(application.secret, secret);
    if (!matches || *matches)
        return matches;
    const bool clientWaits = context.throttle.noteFailure(Throttle::Kind::Client, name(), context.now, name());
    if (const auto noted = noteThrottled(context, clientWaits, "application", application.id); !noted)
        return storeFault(noted.error());
    return false;
}

} // namespace Gatehouse
