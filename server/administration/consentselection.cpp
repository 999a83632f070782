#include "server/administration/consentselection.h"

#include "models/store/store.h"
#include "server/administration/momenttext.h"
#include "server/endpoints/context.h"
#include "server/revocation/revocationrun.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Gatehouse {

namespace {

/// Every value of the parameter.
QStringList valuesOf(const Parameters &parameters, QStringView name)
{
    QStringList values;
    for (const auto &[each, value] : parameters.all()) {
        if (each == name && !value.isEmpty())
            values.append(value);
    }
    return values;
}

} // namespace

Result<QList<NamedConsent>> selectedConsents(const Context &context, Id user)
{
    Result<QList<NamedConsent>> all = context.store.consents().listOf(context.domain.id, user);
    if (!all)
        return all;
    const QStringList ids = valuesOf(context.parameters, u"cid");
    const QString client = context.parameters.value(u"clientIdentifier");
    const QString resource = context.parameters.value(u"resServerId");
    all->removeIf([&](const NamedConsent &each) {
        return (!ids.isEmpty() && !ids.contains(QString::number(each.consent.id)))
            || (!client.isEmpty() && each.applicationUid != client)
            || (!resource.isEmpty() && each.consent.resource != resource);
    });
    return all;
}

Response consentList(const QList<NamedConsent> &consents)
{
    QJsonArray list;
    for (const auto &[consent, client] : consents)
        list.append(QJsonObject {{QStringLiteral("consentId"), QString::number(consent.id)},
                                 {QStringLiteral("clientId"), client},
                                 {QStringLiteral("resourceId"), consent.resource},
                                 {QStringLiteral("scopes"), consent.scopes},
                                 {QStringLiteral("additionalScopes"), QString()},
                                 {QStringLiteral("createTimeStamp"), momentText(consent.createdAt)},
                                 {QStringLiteral("valid"), consent.revokedAt == 0}});
    return Response::json(200, QJsonDocument(list).toJson(QJsonDocument::Compact));
}

Response withdrawConsents(RevocationRun &run, const QList<NamedConsent> &consents)
{
    RevocationTarget target;
    target.domain = run.context().domain.id;
    target.withConsents = true;
    for (const auto &[consent, client] : consents)
        target.consents.append(consent.id);
    // A target that names no consent would not be restricted to any.
    if (target.consents.isEmpty())
        return run.accept("already_inactive");
    return run.end({target}, QStringLiteral("RELATED_CONSENT"));
}

} // namespace Gatehouse
