#include "models/records/policy.h"

#include <QCoreApplication>

namespace Gatehouse {

namespace {

struct PresetTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Policy)
};

/// OAuth 2.1 and RFC 9700 as far as switches go.
Policy strictPolicy()
{
    Policy policy;
    policy.clientGrantTypesExtend = false;
    policy.pkce = Policy::Pkce::Everyone;
    policy.pkceMethods = QStringList {QStringLiteral("S256")};
    policy.accessTokenLifetime = 3600;
    policy.refreshTokenLifetime = 30 * 86400;
    policy.sessionLifetime = 8 * 3600;
    policy.rememberConsent = false;
    return policy;
}

/// What Doorkeeper accepts beyond the RFCs.
void acceptLikeDoorkeeper(Policy &policy)
{
    policy.secretsInQuery = true;
    policy.bearerInParameters = true;
    policy.basicPercentDecoded = false;
    policy.basicComesFirst = true;
    policy.formatSuffix = true;
    policy.pkceMethodRequired = true;
    policy.pkceLengths = false;
    policy.redirectUriRequired = true;
    policy.tokenOutOfBand = true;
}

/// What Doorkeeper answers otherwise than the RFCs.
void answerLikeDoorkeeper(Policy &policy)
{
    policy.hideWrongMethods = true;
    policy.tokenCreatedAt = true;
    policy.implicitScope = false;
    policy.authorizeErrorsShown = true;
    policy.returnPathInCookie = true;
    policy.wording = Policy::Wording::Doorkeeper;
    policy.doorkeeperMode = Policy::DoorkeeperMode::V5;
    policy.bearerSelfRevoke = false;
    policy.realm = QStringLiteral("Doorkeeper");
    policy.stateInTokenErrors = true;
    policy.missingTokenIsUnknown = true;
    policy.introspectionRule = Policy::IntrospectionRule::SameClient;
    policy.introspectionAnswer = Policy::IntrospectionAnswer::Doorkeeper;
    policy.introspectionFields.clear();
}

/// Doorkeeper 5.5.0 as it was recorded (doorkeeper.md sections 1 and 2), without the faults of section 3.
Policy doorkeeperPolicy()
{
    Policy policy;
    acceptLikeDoorkeeper(policy);
    answerLikeDoorkeeper(policy);
    policy.grantTypes = QStringList {QStringLiteral("authorization_code"), QStringLiteral("client_credentials"),
                                     QStringLiteral("password"), QStringLiteral("refresh_token")};
    policy.implicitFlow = true;
    policy.pkce = Policy::Pkce::Optional;
    policy.codeLifetime = 600;
    policy.refreshRotation = Policy::RefreshRotation::UntilUsed;
    policy.redirectMatch = Policy::RedirectMatch::Doorkeeper;
    policy.issInResponses = false;
    policy.forgeryProtection = false;
    policy.usernameNamesOwner = true;
    policy.consentNeedsToken = true;
    return policy;
}

/// The older dialect of the wiki pages, Doorkeeper 4.
Policy wikiPolicy()
{
    Policy policy = doorkeeperPolicy();
    policy.passwordNeedsClient = false;
    policy.refreshRotation = Policy::RefreshRotation::Immediate;
    policy.tokenAlphabet = Policy::TokenAlphabet::Hex;
    policy.tokenType = QStringLiteral("bearer");
    policy.tokenCreatedAt = false;
    policy.codeInPath = true;
    policy.codePageForAnybody = true;
    policy.denialsGoOutOfBand = true;
    policy.missingParametersNamed = false;
    policy.tokenInfoWiki = true;
    policy.failedGrantStatus = 401;
    policy.doorkeeperMode = Policy::DoorkeeperMode::Legacy;
    return policy;
}

struct Preset
{
    const char *name;
    Policy (*make)();
};

constexpr Preset Presets[] = {
    {"standard", [] { return Policy(); }},
    {"strict", strictPolicy},
    {"doorkeeper", doorkeeperPolicy},
    {"wiki", wikiPolicy},
};

} // namespace

QStringList Policy::profiles()
{
    QStringList names;
    for (const Preset &preset : Presets)
        names.append(QString::fromLatin1(preset.name));
    return names;
}

Result<Policy> Policy::preset(const QString &profile)
{
    for (const Preset &preset : Presets) {
        if (profile == QLatin1String(preset.name))
            return preset.make();
    }
    return Error {Error::Kind::Invalid,
                  PresetTexts::tr("There is no profile \"%1\". Choose one of: %2.")
                      .arg(profile, profiles().join(QStringLiteral(", ")))};
}

} // namespace Gatehouse
