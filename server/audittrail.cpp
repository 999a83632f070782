#include "server/audittrail.h"

#include "models/records/auditevent.h"
#include "models/store/auditstore.h"
#include "models/store/store.h"
#include "server/endpoints/context.h"

#include <QJsonDocument>

namespace Gatehouse {

QString AuditTrail::actor() const
{
    if (!m_context.clientId.isEmpty())
        return QStringLiteral("client:") + m_context.clientId;
    return m_context.actor.isEmpty() ? QStringLiteral("system") : m_context.actor;
}

Result<void> AuditTrail::note(const char *action, const char *kind, Id id, const QJsonObject &details)
{
    AuditEvent event;
    event.domainId = m_context.domain.id;
    event.at = m_context.now;
    event.actor = actor();
    event.action = QString::fromLatin1(action);
    event.subject = QLatin1String(kind) + QLatin1Char(':') + QString::number(id);
    event.details = QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact));
    event.exchangeId = m_context.exchange.id;
    const Result<Id> noted = m_context.store.audit().append(event);
    return noted ? Result<void>() : Result<void>(noted.error());
}

} // namespace Gatehouse
