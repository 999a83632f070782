#include "server/endpoints/context.h"

#include "models/secrets/passwordhash.h"

#include <algorithm>

namespace Gatehouse {

QString Context::issuer() const
{
    return domain.issuer.isEmpty() ? QString(deployment.issuer % basePath()) : domain.issuer;
}

QString Context::basePath() const
{
    return pathOf(domain);
}

namespace {

/// Values come from clients: the record keeps what a person can read.
constexpr qsizetype MaxNoted = 200;

} // namespace

bool Context::check(const char *rule, const char *reference, bool passed, const QString &expected,
                    const QString &received)
{
    if (recording) {
        exchange.checks.append({QString::fromLatin1(rule), QString::fromLatin1(reference), passed,
                                expected.left(MaxNoted), received.left(MaxNoted)});
    }
    return passed;
}

void Context::noteError(const OAuthError &error)
{
    if (!recording)
        return;
    exchange.error = QString::fromLatin1(error.code);
    if (!error.detail.isEmpty())
        check("answer", "", false, {}, error.detail);
}

Outcome<bool> Context::secretMatches(const QString &stored, const QString &secret)
{
    if (!isSlowSecret(stored))
        return verifyGeneratedSecret(stored, secret);
    if (verified.contains(stored, secret))
        return true;
    const SlowCheck wanted {stored, secret};
    const auto verdict = std::find_if(request.verdicts.begin(), request.verdicts.end(),
                                      [&](const Verdict &each) { return each.check == wanted; });
    if (verdict == request.verdicts.end())
        return Refusal(wanted);
    if (verdict->matches)
        verified.add(stored, secret);
    return verdict->matches;
}

} // namespace Gatehouse
