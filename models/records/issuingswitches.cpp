#include "models/records/policyswitchrow.h"

#include <QCoreApplication>

#include <iterator>

namespace Gatehouse {

namespace {

constexpr const char *Flows = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Flows");
constexpr const char *Requests = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Requests");
constexpr const char *Pkce = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "PKCE");
constexpr const char *Lifetimes = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Lifetimes");
constexpr const char *Tokens = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Tokens");
constexpr const char *Scopes = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Scopes");

const PolicySwitchRow IssuingRows[] = {
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

    {"secrets_in_query", &Policy::secretsInQuery, Requests,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Credentials, codes and tokens may stand in the address")},
    {"bearer_in_parameters", &Policy::bearerInParameters, Requests,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Access tokens may come as access_token or bearer_token")},
    {"basic_percent_decoded", &Policy::basicPercentDecoded, Requests,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Basic credentials are percent-decoded")},
    {"basic_comes_first", &Policy::basicComesFirst, Requests,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Basic credentials win over others in the request")},
    {"form_bodies_only", &Policy::formBodiesOnly, Requests,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Token, revoke and introspect take form bodies only")},
    {"format_suffix", &Policy::formatSuffix, Requests,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Addresses may end in a format such as .json")},
    {"hide_wrong_methods", &Policy::hideWrongMethods, Requests,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "A wrong method is answered as an unknown address (404)")},

    {"pkce", &Policy::pkce, Pkce, QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Who must send a code challenge")},
    {"pkce_methods", &Policy::pkceMethods, Pkce,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Code challenge methods")},
    {"pkce_method_required", &Policy::pkceMethodRequired, Pkce,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "A code challenge must name its method")},
    {"pkce_lengths", &Policy::pkceLengths, Pkce,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Code challenges and verifiers have 43 to 128 characters")},

    {"code_lifetime", &Policy::codeLifetime, Lifetimes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Authorization codes live for (seconds)")},
    {"access_token_lifetime", &Policy::accessTokenLifetime, Lifetimes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Access tokens live for (seconds, 0: without end)")},
    {"lifetimes_by_grant_type", &Policy::lifetimesByGrantType, Lifetimes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Other lifetimes of access tokens (GRANT_TYPE=SECONDS)")},
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
    {"reuse_access_tokens", &Policy::reuseAccessTokens, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Give a living access token again (needs readable storage)")},
    {"revoke_previous_client_credentials", &Policy::revokePreviousClientCredentials, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "A client's new token of its own ends the one before")},
    {"code_replay_revokes", &Policy::codeReplayRevokes, Tokens,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "A code presented twice ends the tokens it gave")},

    {"default_scopes", &Policy::defaultScopes, Scopes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Scopes given when none is asked for")},
    {"optional_scopes", &Policy::optionalScopes, Scopes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Scopes given when asked for")},
    {"enforce_configured_scopes", &Policy::enforceConfiguredScopes, Scopes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Applications cannot be registered with other scopes")},
    {"scopes_by_grant_type", &Policy::scopesByGrantType, Scopes,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Scopes a grant type is held to (GRANT_TYPE=SCOPE)")},
};

} // namespace

QList<PolicySwitchRow> issuingSwitches()
{
    return QList<PolicySwitchRow>(std::begin(IssuingRows), std::end(IssuingRows));
}

} // namespace Gatehouse
