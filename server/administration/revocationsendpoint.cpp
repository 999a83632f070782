#include "server/administration/revocationsendpoint.h"

#include "models/store/store.h"
#include "server/revocation/revocationrun.h"

namespace Gatehouse {

namespace {

constexpr qsizetype MostReason = 1000; ///< characters

OAuthError badRequest(const QString &description, int status = 400)
{
    return {"invalid_request", description, {}, status};
}

} // namespace

Response RevocationsEndpoint::administer(RevocationRun &run, const QJsonObject &body)
{
    run.audit().reason = body.value(QLatin1String("reason")).toString().trimmed().left(MostReason);
    const QString id = body.value(QLatin1String("plan_id")).toString();
    if (!id.isEmpty()) {
        run.audit().planId = id.left(100);
        const auto plan = m_plans.find(id, run.context().now);
        if (!run.context().check("plan known", "administration API", plan.has_value()))
            return run.refuse(badRequest(QStringLiteral("There is no such plan, or it is older than ten minutes. "
                                                        "Ask for a preview."),
                                         404),
                              "invalid_request");
        return carryOut(run, *plan, body);
    }
    if (!body.value(QLatin1String("no_preview")).toBool())
        return run.refuse(badRequest(QStringLiteral("Send the plan_id of a preview, or the order with no_preview.")),
                          "invalid_request");
    const Outcome<RevocationOrder> order = readRevocationOrder(run.context().store, body);
    if (!order)
        return run.refuse(order.refusal(), "invalid_request");
    return carryOut(run, {*order, {}, 0}, body);
}

Response RevocationsEndpoint::carryOut(RevocationRun &run, const RevocationPlans::Plan &plan, const QJsonObject &body)
{
    noteOrder(run, plan.order);
    if (plan.order.isAll && body.value(QLatin1String("confirmation")).toString() != plan.order.domain)
        return run.refuse(badRequest(QStringLiteral("This ends all tokens of the domain. Repeat its name in "
                                                    "\"confirmation\".")),
                          "invalid_request");
    const bool mayDrift = body.value(QLatin1String("allow_drift")).toBool();
    const auto done
        = run.apply(plan.order.targets, QStringLiteral("SELECTOR"), mayDrift ? QByteArray() : plan.fingerprint);
    if (!done)
        return run.failed(done.error());
    if (done->drifted) {
        if (auto failure = run.record("plan_changed", 409))
            return *std::move(failure);
        return Response::json(
            409,
            QJsonObject {{QStringLiteral("error"), QStringLiteral("plan_changed")},
                         {QStringLiteral("error_description"),
                          QStringLiteral("What would end is not what the preview said. Ask for another.")},
                         {QStringLiteral("affected"), done->counts.toJson()}});
    }
    m_plans.forget(run.audit().planId);
    return Response::json(
        200, QJsonObject {{QStringLiteral("id"), done->event}, {QStringLiteral("affected"), done->counts.toJson()}});
}

} // namespace Gatehouse
