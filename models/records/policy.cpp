#include "models/records/policy.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Gatehouse {

namespace {

struct PolicyTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Policy)
};

/// What follows `name=` in each of the assignments to that name.
QStringList assigned(const QStringList &assignments, const QString &name)
{
    QStringList values;
    for (const QString &each : assignments) {
        if (each.startsWith(name + u'='))
            values.append(each.mid(name.size() + 1));
    }
    return values;
}

bool isAssignment(const QString &text)
{
    const qsizetype sign = text.indexOf(u'=');
    return sign > 0 && sign < text.size() - 1;
}

bool isLifetime(const QString &text)
{
    bool isNumber = false;
    const Seconds seconds = text.mid(text.indexOf(u'=') + 1).toLongLong(&isNumber);
    return isAssignment(text) && isNumber && seconds >= 0 && seconds <= Policy::MaxLifetime;
}

/// A known name, or NAME=VALUE for one that introspection does not use itself.
bool isIntrospectionField(const QString &text)
{
    static const QStringList known {QStringLiteral("username"), QStringLiteral("sub"), QStringLiteral("iss")};
    static const QRegularExpression constant(QStringLiteral("^(?!(active|scope|client_id|token_type|exp|iat|username|"
                                                            "sub|iss)=)[A-Za-z0-9_]+=.+$"));
    return known.contains(text) || constant.match(text).hasMatch();
}

bool isRevocationLevel(const QString &text)
{
    static const QRegularExpression level(QStringLiteral("^(doorkeeper|kustvakt|oam)\\.(access|refresh)="
                                                         "(NONE|RELATED_TOKENS|RELATED_CONSENT)$"));
    return level.match(text).hasMatch();
}

/// A path without a slash at its end.
bool isRoot(const QString &text)
{
    static const QRegularExpression root(QStringLiteral("^(/[A-Za-z0-9._~-]+)+$"));
    return root.match(text).hasMatch();
}

/// RFC 6454 section 6.2.
bool isOrigin(const QString &text)
{
    static const QRegularExpression origin(QStringLiteral("^[a-z][a-z0-9+.-]*://[^/?#@\\s]+$"));
    return origin.match(text).hasMatch();
}

template<class Rule> bool all(const QStringList &list, Rule rule)
{
    return std::all_of(list.begin(), list.end(), rule);
}

const PolicySwitch *findSwitch(const QString &name)
{
    const QList<PolicySwitch> &all = PolicySwitch::all();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const PolicySwitch &each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

Seconds Policy::lifetimeOf(const QString &grantType) const
{
    const QStringList own = assigned(lifetimesByGrantType, grantType);
    return own.isEmpty() ? accessTokenLifetime : own.constLast().toLongLong();
}

QStringList Policy::scopesOf(const QString &grantType) const
{
    return assigned(scopesByGrantType, grantType);
}

QString Policy::revocationLevelOf(const QString &dialect, const QString &kind) const
{
    return assigned(revocationLevels, dialect % u'.' % kind).value(0);
}

bool Policy::isConsistent() const
{
    // RFC 6749 section 4.1.2: codes are short-lived, never without end.
    return codeLifetime > 0 && all(lifetimesByGrantType, isLifetime) && all(scopesByGrantType, isAssignment)
        && all(introspectionFields, isIntrospectionField) && all(revocationLevels, isRevocationLevel)
        && all(kustvaktRoots, isRoot) && all(corsAllowedOrigins, isOrigin);
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
