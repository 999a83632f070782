#include "models/records/policy.h"

#include <QCoreApplication>

namespace Gatehouse {

namespace {

constexpr const char *Flows = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Flows");
constexpr const char *Pkce = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "PKCE");
constexpr const char *Lifetimes = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Lifetimes");
constexpr const char *Tokens = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Tokens");
constexpr const char *Scopes = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Scopes");
constexpr const char *Authorization = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Authorization endpoint");
constexpr const char *Answers = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Answers");

struct Row
{
    const char *name;
    PolicySwitch::Member member;
    const char *group;
    const char *label;
};

const Row Rows[] = {
    {"grant_types", &Policy::grantTypes, Flows,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Grant types every application may use")},
    {"implicit_flow", &Policy::implicitFlow, Flows,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch",
                       "Give access tokens from the authorization endpoint (implicit flow)")},
    {"password_needs_client", &Policy::passwordNeedsClient, Flows,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "The password grant needs a client")},
    {"client_grant_types_extend", &Policy::clientGrantTypesExtend, Flows,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "An application may list grant types that are off here")},
    {"public_client_credentials", &Policy::publicClientCredentials, Flows,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Public clients may use client_credentials")},

    {"pkce", &Policy::pkce, Pkce, QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Who must send a code challenge")},
    {"pkce_methods", &Policy::pkceMethods, Pkce,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Code challenge methods")},

    {"code_lifetime", &Policy::codeLifetime, Lifetimes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Authorization codes live for (seconds)")},
    {"access_token_lifetime", &Policy::accessTokenLifetime, Lifetimes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Access tokens live for (seconds, 0: without end)")},
    {"refresh_token_lifetime", &Policy::refreshTokenLifetime, Lifetimes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Refresh tokens live for (seconds, 0: without end)")},
    {"session_lifetime", &Policy::sessionLifetime, Lifetimes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Browsers stay signed in for (seconds, 0: without end)")},

    {"refresh_tokens", &Policy::refreshTokens, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Issue refresh tokens")},
    {"refresh_rotation", &Policy::refreshRotation, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "When a refresh ends the old tokens")},
    {"token_alphabet", &Policy::tokenAlphabet, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "How tokens and codes are spelled")},
    {"token_type", &Policy::tokenType, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "token_type as answers spell it")},
    {"token_created_at", &Policy::tokenCreatedAt, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Token answers hold created_at")},
    {"plain_storage", &Policy::plainStorage, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Store tokens and secrets readable (workshops only)")},
    {"code_replay_revokes", &Policy::codeReplayRevokes, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "A code presented twice ends the tokens it gave")},

    {"default_scopes", &Policy::defaultScopes, Scopes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Scopes given when none is asked for")},
    {"optional_scopes", &Policy::optionalScopes, Scopes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Scopes given when asked for")},
    {"enforce_configured_scopes", &Policy::enforceConfiguredScopes, Scopes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Applications cannot be registered with other scopes")},

    {"redirect_match", &Policy::redirectMatch, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "How redirect addresses are compared")},
    {"iss_in_responses", &Policy::issInResponses, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Authorization responses name the issuer")},
    {"forgery_protection", &Policy::forgeryProtection, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Pages are protected against forged requests")},
    {"username_names_owner", &Policy::usernameNamesOwner, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "The parameter username signs in (on this computer only)")},
    {"code_in_path", &Policy::codeInPath, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Show codes at /oauth/authorize/CODE")},
    {"admin_pages_open", &Policy::adminPagesOpen, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch",
                       "The pages of the applications are open to everybody (on this computer only)")},
    {"remember_consent", &Policy::rememberConsent, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch",
                       "Confidential clients are not asked about again for the same scopes")},

    {"wording", &Policy::wording, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Statuses and texts of errors")},
    {"realm", &Policy::realm, Answers, QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Realm of challenges")},
    {"state_in_token_errors", &Policy::stateInTokenErrors, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Errors of the token endpoint repeat state")},
    {"introspection_rule", &Policy::introspectionRule, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Who may introspect which tokens")},
    {"token_info_wiki", &Policy::tokenInfoWiki, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Token info uses the wiki's field names")},
    {"failed_grant_status", &Policy::failedGrantStatus, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Status of a refused grant")},
    {"revocation_always_ok", &Policy::revocationAlwaysOk, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Every revocation is answered with 200")},
};

QList<PolicySwitch> makeAll()
{
    QList<PolicySwitch> all;
    for (const Row &row : Rows) {
        all.append({QString::fromLatin1(row.name), row.member, QString::fromLatin1(row.group),
                    QString::fromLatin1(row.label)});
    }
    return all;
}

} // namespace

const QList<PolicySwitch> &PolicySwitch::all()
{
    static const QList<PolicySwitch> switches = makeAll();
    return switches;
}

} // namespace Gatehouse
