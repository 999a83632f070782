#include "server/administration/revocationrecordendpoint.h"

#include "models/store/auditstore.h"
#include "models/store/store.h"
#include "server/administration/momenttext.h"
#include "server/revocation/revocationrun.h"

#include <QJsonDocument>

namespace Gatehouse {

Response RevocationRecordEndpoint::administer(RevocationRun &run, const QJsonObject &)
{
    const QByteArray &path = run.context().request.path;
    const Id id = path.sliced(path.lastIndexOf('/') + 1).toLongLong();
    const auto event = run.context().store.audit().find(id);
    if (!event)
        return run.failed(event.error());
    if (!*event || (*event)->action != QLatin1String(RevocationEventAction))
        return Response::json(
            404,
            QJsonObject {{QStringLiteral("error"), QStringLiteral("not_found")},
                         {QStringLiteral("error_description"), QStringLiteral("There is no such revocation.")}});
    QJsonObject record = QJsonDocument::fromJson((*event)->details.toUtf8()).object();
    record.insert(QLatin1String("id"), (*event)->id);
    record.insert(QLatin1String("at"), momentText((*event)->at));
    record.insert(QLatin1String("actor"), (*event)->actor);
    record.insert(QLatin1String("outcome"), (*event)->outcome);
    record.insert(QLatin1String("reason"), (*event)->reason);
    return Response::json(200, record);
}

} // namespace Gatehouse
