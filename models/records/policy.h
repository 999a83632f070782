#pragma once

#include "models/records/types.h"
#include "models/result.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace Gatehouse {

/// The rules of a domain: named switches, each with its own default. The code asks a switch, never a profile's name.
/// The defaults written here are the profile "standard". Lifetimes are seconds, 0 is without end.
struct Policy
{
    enum class Pkce { Optional, PublicClients, Everyone };
    enum class RefreshRotation {
        Once, ///< a refresh token works once; presenting it again ends its family (RFC 9700 4.14.2)
        UntilUsed, ///< the old pair lives until the new access token is first used (Doorkeeper with previous_refresh_token)
        Immediate, ///< a refresh revokes the old pair at once (Doorkeeper without that column)
    };
    enum class TokenAlphabet { Base64Url, Hex }; ///< 43 base64url characters or 64 hex digits; 256 random bits both
    enum class RedirectMatch {
        Exact,
        Doorkeeper
    }; ///< byte for byte but for a loopback port (RFC 8252 7.3), or doorkeeper.md section 2
    enum class Wording { Rfc, Doorkeeper }; ///< statuses and texts of errors
    enum class DoorkeeperMode {
        Strict, ///< RFC 7009 2.1: errors as RFC 6749 5.2 has them
        V5, ///< Doorkeeper 5.2 and later: 403 for whoever may not revoke
        Legacy, ///< Doorkeeper 4: 200, and nothing done
    }; ///< what /oauth/revoke answers to callers without the right
    enum class IntrospectionRule { ConfidentialClients, SameClient }; ///< who may ask about which token
    enum class IntrospectionAnswer {
        Rfc, ///< each token as it is (RFC 7662 2.2)
        Doorkeeper, ///< a refresh token as the access token it came with; client_id always, null without a client
    };

    static constexpr Seconds MaxLifetime = Seconds(100) * 366 * 86400; ///< a century

    // Flows
    QStringList grantTypes {QStringLiteral("authorization_code"), QStringLiteral("client_credentials"),
                            QStringLiteral("refresh_token")};
    bool implicitFlow = false;
    bool passwordNeedsClient = true;
    bool clientGrantTypesExtend = true; ///< an application may list a grant type that is off in the domain
    bool publicClientCredentials = false; ///< RFC 6749 4.4 forbids it; Doorkeeper allows it

    // Requests
    bool secretsInQuery = false; ///< credentials, codes and tokens may stand in the address (RFC 6749 2.3.1 forbids it)
    bool bearerInParameters = false; ///< access_token and bearer_token stand for the header (RFC 6750 2.2, 2.3)
    bool basicPercentDecoded = true; ///< RFC 6749 2.3.1; Doorkeeper takes it as it is and cares for the scheme's case
    bool basicComesFirst = false; ///< Basic wins over other credentials, and counts as not sent when it is broken
    bool formBodiesOnly
        = false; ///< 415 for anything else at token, revoke, introspect (Doorkeeper's enforce_content_type)
    bool formatSuffix = false; ///< "/oauth/token.json" is "/oauth/token"
    bool hideWrongMethods = false; ///< 404 in place of 405

    // PKCE, RFC 7636
    Pkce pkce = Pkce::PublicClients;
    QStringList pkceMethods {QStringLiteral("S256"), QStringLiteral("plain")};
    bool pkceMethodRequired = false; ///< RFC 7636 4.3 takes "plain" for granted
    bool pkceLengths = true; ///< 43 to 128 characters (RFC 7636 4.1)

    // Lifetimes
    Seconds codeLifetime = 60;
    Seconds accessTokenLifetime = 7200;
    QStringList lifetimesByGrantType; ///< "client_credentials=300": other lifetimes of access tokens
    Seconds refreshTokenLifetime = 0;
    Seconds sessionLifetime = 86400;

    // Tokens
    bool refreshTokens = true;
    RefreshRotation refreshRotation = RefreshRotation::Once;
    TokenAlphabet tokenAlphabet = TokenAlphabet::Base64Url;
    QString tokenType = QStringLiteral("Bearer"); ///< as the wire spells it
    bool tokenCreatedAt = false; ///< created_at in token answers
    bool plainStorage = false; ///< store tokens and client secrets readable: workshops only
    bool reuseAccessTokens = false; ///< give a living token with the same scopes again; needs plainStorage
    bool revokePreviousClientCredentials = false; ///< a client's new token ends its last one with the same scopes
    bool codeReplayRevokes = true; ///< a code presented twice ends what it gave (RFC 6749 4.1.2)

    // Scopes
    QStringList defaultScopes {QStringLiteral("public")};
    QStringList optionalScopes {QStringLiteral("read"), QStringLiteral("write")};
    bool enforceConfiguredScopes = false; ///< applications registered by page or JSON may name these scopes only
    QStringList scopesByGrantType; ///< "password=read": all that this grant type may give

    // Authorization endpoint
    RedirectMatch redirectMatch = RedirectMatch::Exact;
    bool redirectUriRequired = false; ///< even when only one is registered (RFC 6749 3.1.2.3)
    bool tokenOutOfBand = false; ///< an implicit token may be shown at token info, where RFC 6750 2.3 does not want it
    bool implicitScope = true; ///< implicit answers name the scope (RFC 6749 4.2.2)
    bool authorizeErrorsShown
        = false; ///< a request's errors are a page with 200 or JSON, never sent to its application
    bool apiOnly = false; ///< JSON in place of pages and redirects, for a front end of one's own
    bool issInResponses = true; ///< RFC 9207
    bool forgeryProtection = true; ///< CSRF token and Origin on state-changing pages
    bool usernameNamesOwner = false; ///< the wiki's username parameter signs in, on loopback only
    bool codeInPath = false; ///< code page at /oauth/authorize/:code in place of /native?code=
    bool adminPagesOpen = false; ///< /oauth/applications needs nobody signed in, on loopback only
    bool denialsGoOutOfBand = false; ///< a denial redirects to urn:ietf:wg:oauth:2.0:oob, as the wiki has it
    bool codePageForAnybody = false; ///< the code page needs nobody signed in
    bool returnPathInCookie = false; ///< /login alone, with the way back in a cookie and not in the address
    bool rememberConsent = true; ///< a confidential client is not asked about again for the same scopes
    bool consentNeedsToken = false; ///< … as long as it has a token with these scopes that is not revoked

    // Answers
    Wording wording = Wording::Rfc;
    QString realm = QStringLiteral("Gatehouse");
    bool stateInTokenErrors = false;
    bool missingParametersNamed = true; ///< or, as Doorkeeper 4: not named, and a missing code is a wrong one
    bool missingTokenIsUnknown = false; ///< revoking or introspecting nothing is no error
    bool introspection = true; ///< off: no such route
    IntrospectionRule introspectionRule = IntrospectionRule::ConfidentialClients;
    IntrospectionAnswer introspectionAnswer = IntrospectionAnswer::Rfc;
    QStringList introspectionFields {QStringLiteral("username"), QStringLiteral("sub"), QStringLiteral("iss")};
    bool tokenInfoWiki = false; ///< token info with the wiki's field names
    int failedGrantStatus = 400; ///< 401 in the wiki's dialect
    bool sampleResource = false; ///< /api/me and /api/writer, to try access tokens on

    // Revocation
    DoorkeeperMode doorkeeperMode = DoorkeeperMode::Strict;
    bool bearerSelfRevoke = true; ///< an access token may revoke itself, and others of its client and user
    bool oamStrict400 = false; ///< Oracle's route answers every refusal with 400
    QStringList revocationLevels; ///< "oam.access=RELATED_TOKENS": other levels than the dialects' own
    bool accessTokenLifecycle = true; ///< JWT access tokens are kept, so that they can be revoked
    QStringList kustvaktRoots {QStringLiteral("/api/v1.0"), QStringLiteral("/api")}; ///< where its routes stand
    QStringList corsAllowedOrigins; ///< besides those that public clients registered
    bool remoteAdministration = false; ///< the administration API answers to other machines too

    /// Names of the presets: "standard", "strict", "doorkeeper", "wiki".
    static QStringList profiles();
    /// The switches of a preset, or Error::Invalid with the list of names.
    static Result<Policy> preset(const QString &profile);

    /// All switches by their snake_case names.
    QJsonObject toJson() const;
    /// Sets the switches that `json` names and leaves the others. An unknown name or a wrong value is Error::Invalid
    /// naming it, and nothing is changed.
    Result<void> apply(const QJsonObject &json);

    QStringList scopes() const { return defaultScopes + optionalScopes; }
    /// The lifetime of an access token that the grant type gives.
    Seconds lifetimeOf(const QString &grantType) const;
    /// What the grant type may give at most; empty: any scope.
    QStringList scopesOf(const QString &grantType) const;
    /// The level that stands for the dialect's own default, for instance of "oam" and "access"; empty: none does.
    QString revocationLevelOf(const QString &dialect, const QString &kind) const;
    /// Whether the switches make sense together.
    bool isConsistent() const;

    friend bool operator==(const Policy &, const Policy &) = default;
};

/// One switch, for whatever lists them all: configuration, Settings page, schema test.
struct PolicySwitch
{
    using Member
        = std::variant<bool Policy::*, int Policy::*, Seconds Policy::*, QString Policy::*, QStringList Policy::*,
                       Policy::Pkce Policy::*, Policy::RefreshRotation Policy::*, Policy::TokenAlphabet Policy::*,
                       Policy::RedirectMatch Policy::*, Policy::Wording Policy::*, Policy::IntrospectionRule Policy::*,
                       Policy::IntrospectionAnswer Policy::*, Policy::DoorkeeperMode Policy::*>;
    QString name; ///< snake_case, as in the configuration file
    Member member;
    QString group; ///< heading it stands under, untranslated source text for tr()
    QString label; ///< short sentence for a person, untranslated source text for tr()

    /// The words a value is chosen from, in the order of the enumeration; empty unless it is one.
    QStringList choices() const;
    /// The switch as it stands in `policy`.
    QJsonValue value(const Policy &policy) const;
    /// Sets it; false, and nothing changed, when `value` is of the wrong type or out of range.
    bool setValue(Policy &policy, const QJsonValue &value) const;

    /// Every switch of Policy, in the order it is shown. The texts are translated in the context "Gatehouse::PolicySwitch".
    static const QList<PolicySwitch> &all();
};

} // namespace Gatehouse
