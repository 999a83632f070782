#include "models/records/policy.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gatehouse {

namespace {

struct PolicyTexts
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

/// Doorkeeper 5.5.0 as it was recorded (doorkeeper.md sections 1 and 2).
Policy doorkeeperPolicy()
{
    Policy policy;
    policy.grantTypes = QStringList {QStringLiteral("authorization_code"), QStringLiteral("client_credentials"),
                                     QStringLiteral("password"), QStringLiteral("refresh_token")};
    policy.implicitFlow = true;
    policy.publicClientCredentials = true;
    policy.pkce = Policy::Pkce::Optional;
    policy.codeLifetime = 600;
    policy.refreshRotation = Policy::RefreshRotation::UntilUsed;
    policy.tokenCreatedAt = true;
    policy.codeReplayRevokes = false;
    policy.redirectMatch = Policy::RedirectMatch::Doorkeeper;
    policy.issInResponses = false;
    policy.forgeryProtection = false;
    policy.usernameNamesOwner = true;
    policy.wording = Policy::Wording::Doorkeeper;
    policy.realm = QStringLiteral("Doorkeeper");
    policy.stateInTokenErrors = true;
    policy.introspectionRule = Policy::IntrospectionRule::SameClient;
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
    policy.tokenInfoWiki = true;
    policy.failedGrantStatus = 401;
    policy.revocationAlwaysOk = true;
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

const PolicySwitch *findSwitch(const QString &name)
{
    const QList<PolicySwitch> &all = PolicySwitch::all();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const PolicySwitch &each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

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
                  PolicyTexts::tr("There is no profile \"%1\". Choose one of: %2.")
                      .arg(profile, profiles().join(QStringLiteral(", ")))};
}

QJsonObject Policy::toJson() const
{
    QJsonObject json;
    for (const PolicySwitch &each : PolicySwitch::all())
        json.insert(each.name, each.value(*this));
    return json;
}

Result<void> Policy::apply(const QJsonObject &json)
{
    Policy changed = *this;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const PolicySwitch *found = findSwitch(it.key());
        if (!found)
            return Error {Error::Kind::Invalid, PolicyTexts::tr("The policy has no switch \"%1\".").arg(it.key())};
        if (!found->setValue(changed, it.value()))
            return Error {Error::Kind::Invalid,
                          PolicyTexts::tr("The value of the policy's switch \"%1\" is not allowed.").arg(it.key())};
    }
    *this = changed;
    return {};
}

} // namespace Gatehouse
