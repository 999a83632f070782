#include "models/records/policyswitchrow.h"

#include <QCoreApplication>

#include <iterator>

namespace Gatehouse {

namespace {

constexpr const char *Authorization = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Authorization endpoint");
constexpr const char *Answers = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Answers");
constexpr const char *Revocation = QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Revocation");

const PolicySwitchRow AnsweringRows[] = {
    {"redirect_match", &Policy::redirectMatch, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "How redirect addresses are compared")},
    {"redirect_uri_required", &Policy::redirectUriRequired, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Requests must name their redirect address")},
    {"token_out_of_band", &Policy::tokenOutOfBand, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Implicit tokens may be shown to the person")},
    {"implicit_scope", &Policy::implicitScope, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Implicit answers name the scope")},
    {"iss_in_responses", &Policy::issInResponses, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Authorization responses name the issuer")},
    {"authorize_errors_shown", &Policy::authorizeErrorsShown, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch",
                       "Errors of requests are shown with status 200, not sent to the application")},
    {"api_only", &Policy::apiOnly, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "JSON in place of pages and redirects")},
    {"forgery_protection", &Policy::forgeryProtection, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Pages are protected against forged requests")},
    {"username_names_owner", &Policy::usernameNamesOwner, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "The parameter username signs in (on this computer only)")},
    {"code_in_path", &Policy::codeInPath, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Show codes at /oauth/authorize/CODE")},
    {"admin_pages_open", &Policy::adminPagesOpen, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch",
                       "The pages of the applications are open to everybody (on this computer only)")},
    {"denials_go_out_of_band", &Policy::denialsGoOutOfBand, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Denials redirect to out-of-band addresses too")},
    {"code_page_for_anybody", &Policy::codePageForAnybody, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Show codes without anybody signed in")},
    {"return_path_in_cookie", &Policy::returnPathInCookie, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Keep the way back from signing in in a cookie")},
    {"remember_consent", &Policy::rememberConsent, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch",
                       "Confidential clients are not asked about again for the same scopes")},
    {"consent_needs_token", &Policy::consentNeedsToken, Authorization,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Consent is forgotten when no token with the same scopes is left")},

    {"wording", &Policy::wording, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Statuses and texts of errors")},
    {"realm", &Policy::realm, Answers, QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Realm of challenges")},
    {"state_in_token_errors", &Policy::stateInTokenErrors, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Errors of the token endpoint repeat state")},
    {"missing_parameters_named", &Policy::missingParametersNamed, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Errors name the parameter that is missing")},
    {"failed_grant_status", &Policy::failedGrantStatus, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Status of a refused grant")},
    {"token_info_wiki", &Policy::tokenInfoWiki, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Token info uses the wiki's field names")},
    {"introspection", &Policy::introspection, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Tokens can be introspected")},
    {"introspection_rule", &Policy::introspectionRule, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Who may introspect which tokens")},
    {"introspection_answer", &Policy::introspectionAnswer, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "What introspection says")},
    {"introspection_fields", &Policy::introspectionFields, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Further fields of introspection (username, sub, iss, NAME=VALUE)")},
    {"missing_token_is_unknown", &Policy::missingTokenIsUnknown, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Introspecting or revoking without a token is no error")},
    {"sample_resource", &Policy::sampleResource, Answers,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Addresses to try access tokens on: /api/me and /api/writer")},

    {"doorkeeper_mode", &Policy::doorkeeperMode, Revocation,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "What /oauth/revoke answers to callers without the right")},
    {"bearer_self_revoke", &Policy::bearerSelfRevoke, Revocation,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Access tokens may revoke themselves and others of their user")},
    {"oam_strict_400", &Policy::oamStrict400, Revocation,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Oracle's route answers every refusal with 400")},
    {"revocation_levels", &Policy::revocationLevels, Revocation,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Other default levels (DIALECT.KIND=LEVEL)")},
    {"access_token_lifecycle", &Policy::accessTokenLifecycle, Revocation,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "JWT access tokens are kept, so that they can be revoked")},
    {"kustvakt_roots", &Policy::kustvaktRoots, Revocation,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Paths that Kustvakt's routes stand under")},
    {"cors_allowed_origins", &Policy::corsAllowedOrigins, Revocation,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "Origins of other web pages that may call")},
    {"remote_administration", &Policy::remoteAdministration, Revocation,
     QT_TRANSLATE_NOOP("Gatehouse::PolicySwitch", "The administration API answers to other computers")},
};

} // namespace

QList<PolicySwitchRow> answeringSwitches()
{
    return QList<PolicySwitchRow>(std::begin(AnsweringRows), std::end(AnsweringRows));
}

} // namespace Gatehouse
