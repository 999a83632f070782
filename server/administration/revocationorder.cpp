#include "server/administration/revocationorder.h"

#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"
#include "server/endpoints/errorresponse.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr Id Nobody = -1; ///< no row has it

OAuthError badOrder(const QString &description)
{
    return {"invalid_request", description, {}, 400};
}

Outcome<Id> userId(Store &store, const RevocationTarget &target, const QString &name)
{
    const auto found = store.users().findByEmail(target.domain, name);
    if (!found)
        return storeFault(found.error());
    return *found ? (*found)->id : Nobody;
}

Outcome<Id> applicationId(Store &store, const RevocationTarget &target, const QString &name)
{
    const auto found = store.applications().findByUid(target.domain, name);
    if (!found)
        return storeFault(found.error());
    return *found ? (*found)->id : Nobody;
}

/// A refresh token is its family, so the pair's family comes along.
Outcome<bool> addToken(Store &store, RevocationTargets &targets, Id token)
{
    RevocationTarget &target = targets.first();
    target.tokens = {token};
    target.codes = false;
    const auto found = store.tokens().find(token);
    if (!found)
        return storeFault(found.error());
    if (!*found || (*found)->token.familyId == 0 || (*found)->token.domainId != target.domain)
        return true;
    RevocationTarget family = target;
    family.tokens.clear();
    family.families = {(*found)->token.familyId};
    family.access = false;
    targets.append(family);
    return true;
}

std::optional<Id> numberIn(const QJsonValue &value)
{
    const qint64 number = value.toInteger(0);
    return number > 0 ? std::optional<Id>(number) : std::nullopt;
}

/// RFC 6749 section 3.3: one scope, not a list of them.
bool isScopeToken(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c > u' ' && c <= u'~' && c != u'"' && c != u'\\'; });
}

/// One member of the selector. False: it is not understood.
Outcome<bool> select(Store &store, RevocationTarget &target, const QString &name, const QJsonValue &value)
{
    const bool isText = value.isString() && !value.toString().isEmpty();
    if (name == u"user" && isText) {
        const Outcome<Id> user = userId(store, target, value.toString());
        target.user = user ? *user : 0;
        return user ? Outcome<bool>(true) : Outcome<bool>(user.refusal());
    }
    if (name == u"client" && isText) {
        const Outcome<Id> application = applicationId(store, target, value.toString());
        target.application = application ? *application : 0;
        return application ? Outcome<bool>(true) : Outcome<bool>(application.refusal());
    }
    if (name == u"resource_server" && isText && !value.toString().contains(QChar(u'\0')))
        target.resource = value.toString();
    else if (name == u"scope" && isText && isScopeToken(value.toString()))
        target.scope = value.toString();
    else if (const auto number = numberIn(value); name == u"consent" && number)
        target.consents = {*number};
    else if (name == u"family" && number)
        target.families = {*number};
    else if (name == u"session" && number)
        target.session = *number;
    else
        return false;
    return true;
}

bool readKinds(RevocationTarget &target, const QJsonValue &kinds)
{
    if (kinds.isUndefined())
        return true;
    if (!kinds.isArray() || kinds.toArray().isEmpty())
        return false;
    target.access = target.refresh = target.codes = false;
    for (const QJsonValue &kind : kinds.toArray()) {
        if (kind == QLatin1String("access"))
            target.access = true;
        else if (kind == QLatin1String("refresh"))
            target.refresh = true;
        else if (kind == QLatin1String("code"))
            target.codes = true;
        else
            return false;
    }
    return true;
}

/// ISO 8601 with its zone, or milliseconds since 1970.
bool readMoment(Timestamp &moment, const QJsonValue &value)
{
    if (value.isUndefined())
        return true;
    if (value.isDouble()) {
        moment = value.toInteger(0);
        return moment > 0;
    }
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    const bool isClear = time.isValid() && time.timeSpec() != Qt::LocalTime;
    moment = isClear ? time.toMSecsSinceEpoch() : 0;
    return moment > 0;
}

std::optional<OAuthError> unknownMember(const QJsonObject &body)
{
    static const QStringList known {
        QStringLiteral("domain"),        QStringLiteral("selector"),         QStringLiteral("kinds"),
        QStringLiteral("issued_before"), QStringLiteral("include_consents"), QStringLiteral("reason"),
        QStringLiteral("no_preview"),    QStringLiteral("allow_drift"),      QStringLiteral("confirmation")};
    for (const QString &name : body.keys()) {
        if (!known.contains(name))
            return badOrder(QStringLiteral("The request has a member that is not known."));
    }
    return std::nullopt;
}

Outcome<bool> readSelector(Store &store, RevocationOrder &order, const QJsonObject &selector)
{
    if (selector.contains(QLatin1String("all"))) {
        order.isAll = selector.size() == 1 && selector.value(QLatin1String("all")).toBool();
        return order.isAll;
    }
    for (auto member = selector.begin(); member != selector.end(); ++member) {
        if (member.key() == u"token")
            continue;
        const Outcome<bool> understood = select(store, order.targets.first(), member.key(), member.value());
        if (!understood || !*understood)
            return understood;
    }
    if (!selector.contains(QLatin1String("token")))
        return !selector.isEmpty();
    const auto token = numberIn(selector.value(QLatin1String("token")));
    return token ? addToken(store, order.targets, *token) : Outcome<bool>(false);
}

} // namespace

Outcome<RevocationOrder> readRevocationOrder(Store &store, const QJsonObject &body)
{
    if (auto fault = unknownMember(body))
        return *fault;
    RevocationOrder order;
    order.domain = body.value(QLatin1String("domain")).toString();
    const auto domain = store.domains().findByName(order.domain);
    if (!domain)
        return storeFault(domain.error());
    if (!*domain)
        return badOrder(QStringLiteral("Name an identity domain of this server in \"domain\"."));
    order.domainId = (*domain)->id;
    order.domain = (*domain)->name;
    RevocationTarget target;
    target.domain = order.domainId;
    const QJsonValue consents = body.value(QLatin1String("include_consents"));
    target.withConsents = consents.toBool();
    if (!(consents.isUndefined() || consents.isBool()) || !readKinds(target, body.value(QLatin1String("kinds")))
        || !readMoment(target.issuedBefore, body.value(QLatin1String("issued_before"))))
        return badOrder(QStringLiteral("kinds is a list of access, refresh and code; issued_before a moment; "
                                       "include_consents true or false."));
    order.targets = {target};
    const Outcome<bool> understood = readSelector(store, order, body.value(QLatin1String("selector")).toObject());
    if (!understood)
        return understood.refusal();
    if (!*understood)
        return badOrder(QStringLiteral("selector holds one or more of user, client, resource_server, consent, family, "
                                       "token, session, scope; or all alone."));
    return order;
}

} // namespace Gatehouse
