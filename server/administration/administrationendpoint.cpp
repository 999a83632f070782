#include "server/administration/administrationendpoint.h"

#include "server/administration/administrationaccess.h"
#include "server/administration/revocationorder.h"
#include "server/revocation/revocationrun.h"

#include <QJsonDocument>

namespace Gatehouse {

Response AdministrationEndpoint::handle(Context &context)
{
    if (hasBody()
        && context.request.header("Content-Type").split(';').constFirst().trimmed().toLower() != "application/json")
        return m_dialect.refused(context,
                                 {QStringLiteral("unsupported_media_type"),
                                  {"invalid_request", QStringLiteral("Send the order as application/json."), {}, 415}});
    RevocationRun run(context, m_dialect, m_notes);
    const Outcome<QString> administrator = administratorOf(run.context(), run.audit());
    if (!administrator)
        return run.refuse(administrator.refusal());
    run.audit().user = *administrator;
    run.audit().outcome.clear();
    if (!hasBody())
        return administer(run, {});
    const QJsonDocument body = QJsonDocument::fromJson(context.request.body);
    if (!context.check("JSON object", "RFC 8259", body.isObject()))
        return run.refuse(OAuthError {"invalid_request", QStringLiteral("The body is no JSON object."), {}},
                          "invalid_request");
    return administer(run, body.object());
}

void AdministrationEndpoint::noteOrder(RevocationRun &run, const RevocationOrder &order)
{
    run.audit().domainId = order.domainId;
    run.audit().domain = order.domain;
}

} // namespace Gatehouse
