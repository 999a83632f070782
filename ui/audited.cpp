#include "ui/audited.h"

#include "models/store/auditstore.h"
#include "models/store/store.h"

namespace Gatehouse {

Result<Id> audited(Store &store, const QString &kind, const QString &verb, const std::function<Result<Id>()> &change,
                   Id domain)
{
    Transaction transaction(store.writer(), store.connection());
    if (!transaction.opened())
        return transaction.opened().error();
    const Result<Id> id = change();
    if (!id)
        return id;
    AuditEvent event;
    event.domainId = domain ? domain : *id;
    event.at = store.clock().now();
    event.actor = QStringLiteral("console");
    event.action = QStringLiteral("%1.%2").arg(kind, verb);
    event.subject = QStringLiteral("%1:%2").arg(kind, QString::number(*id));
    event.details = QStringLiteral("{}");
    if (const auto noted = store.audit().append(event); !noted)
        return noted.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return id;
}

Result<Id> withId(const Result<void> &done, Id id)
{
    return done ? Result<Id>(id) : Result<Id>(done.error());
}

} // namespace Gatehouse
