#include "models/revocation/revocationaudit.h"

#include <QJsonDocument>

namespace Gatehouse {

namespace {

QString actorOf(const RevocationAudit &audit)
{
    if (audit.dialect == u"console")
        return QStringLiteral("console");
    if (!audit.user.isEmpty() && audit.actorKind != u"client")
        return u"user:" % audit.user;
    if (!audit.clientId.isEmpty())
        return u"client:" % audit.clientId;
    return audit.actorKind == u"system" ? QStringLiteral("system") : QStringLiteral("anybody");
}

void addText(QJsonObject &object, const char *name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(QLatin1String(name), text);
}

QJsonObject detailsOf(const RevocationAudit &audit)
{
    QJsonObject details {{QStringLiteral("revoked"), audit.ended.toJson()}};
    addText(details, "dialect", audit.dialect);
    addText(details, "route", audit.route);
    addText(details, "domain", audit.domain);
    addText(details, "actor_kind", audit.actorKind);
    addText(details, "client_id", audit.clientId);
    addText(details, "user", audit.user);
    addText(details, "auth_method", audit.authMethod);
    addText(details, "source_ip", audit.sourceIp);
    addText(details, "token_ref", audit.tokenRef);
    addText(details, "kind", audit.kind);
    addText(details, "hint", audit.hint);
    addText(details, "level_requested", audit.levelRequested);
    addText(details, "level", audit.level);
    addText(details, "plan_id", audit.planId);
    if (audit.exchangeId != 0)
        details.insert(QLatin1String("request_id"), audit.exchangeId);
    if (!audit.targetIds.isEmpty())
        details.insert(QLatin1String("target_ids"), audit.targetIds);
    if (audit.targets != 0)
        details.insert(QLatin1String("targets"), audit.targets);
    if (audit.httpStatus != 0)
        details.insert(QLatin1String("http_status"), audit.httpStatus);
    details.insert(QLatin1String("duration_us"), audit.durationMicroseconds);
    if (audit.separate)
        details.insert(QLatin1String("separate"), true);
    return details;
}

} // namespace

AuditEvent RevocationAudit::toEvent() const
{
    AuditEvent event;
    event.domainId = domainId;
    event.at = at;
    event.actor = actorOf(*this);
    event.action = QLatin1String(RevocationEventAction);
    event.subject = tokenRef.isEmpty() ? u"plan:" % planId : tokenRef;
    if (tokenRef.isEmpty() && planId.isEmpty())
        event.subject.clear();
    event.outcome = outcome;
    event.reason = reason;
    event.details = QString::fromUtf8(QJsonDocument(detailsOf(*this)).toJson(QJsonDocument::Compact));
    event.exchangeId = exchangeId;
    return event;
}

} // namespace Gatehouse
