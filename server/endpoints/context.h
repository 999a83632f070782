#pragma once

#include "models/records/domain.h"
#include "models/records/exchange.h"
#include "server/authserver.h"
#include "server/message/oautherror.h"
#include "server/message/parameters.h"
#include "server/message/request.h"

namespace Gatehouse {

class Store;
class Throttle;
class VerifiedSecrets;

/// Everything an endpoint, a grant or a rule may look at while it handles one request. Lives as long as that request.
struct Context
{
    const Request &request;
    const Parameters &parameters;
    const IdentityDomain &domain;
    const Deployment &deployment;
    Store &store;
    VerifiedSecrets &verified;
    Throttle &throttle; ///< counts wrong guesses; asked by checks/credentials.h
    Exchange &exchange;
    Timestamp now = 0;
    bool recording = false;
    QString clientId = {}; ///< of the application that the request was authenticated for
    Id sessionId = 0; ///< of the browser session behind the request; 0: nobody is signed in
    QString actor = {}; ///< whom the audit trail names where no application was: "user:EMAIL", "anybody"

    const Policy &policy() const { return domain.policy; }
    /// What pages are written in.
    Language language() const { return deployment.languageFor(request); }
    /// The issuer identifier (RFC 8414 section 2): the domain's own, or the address the server listens on, with the
    /// domain's name behind it unless it is the default one.
    QString issuer() const;
    /// What stands before the domain's paths: "" or "/NAME". Paths inside the server are written without it.
    QString basePath() const;

    /// Notes in the exchange record that `rule` was held against the request. Answers `passed`. `expected` and `received`
    /// are for the operator; they never hold a secret.
    bool check(const char *rule, const char *reference, bool passed, const QString &expected = {},
               const QString &received = {});

    /// Notes the error that the answer carries, and its detail as a failed check where no check told it.
    void noteError(const OAuthError &error);

    /// Whether `secret` is the one stored. A refusal when the slow check has to be done first.
    Outcome<bool> secretMatches(const QString &stored, const QString &secret);
};

/// Whether the domain's answers are in Doorkeeper's words.
inline bool speaksDoorkeeper(const Context &context)
{
    return context.policy().wording == Policy::Wording::Doorkeeper;
}

} // namespace Gatehouse
