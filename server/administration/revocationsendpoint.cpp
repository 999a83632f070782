#include "server/administration/revocationsendpoint.h"

#include "models/store/store.h"
#include "server/revocation/revocationrun.h"

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr qsizetype MostReason = 1000; ///< characters

OAuthError badRequest(const QString &description, int status = 400)
{
    return {"invalid_request", description, {}, status};
}

/// The order is in the plan; what stands beside it would seem to change it.
bool namesMoreThanPlan(const QJsonObject &body)
{
    static const QStringList known {QStringLiteral("plan_id"), QStringLiteral("reason"), QStringLiteral("allow_drift"),
                                    QStringLiteral("confirmation")};
    const QStringList names = body.keys();
    return !std::all_of(names.begin(), names.end(), [](const QString &name) { return known.contains(name); });
}

} // namespace

Response RevocationsEndpoint::administer(RevocationRun &run, const QJsonObject &body)
{
    run.audit().reason = body.value(QLatin1String("reason")).toString().trimmed().left(MostReason);
    const QString id = body.value(QLatin1String("plan_id")).toString();
    if (!id.isEmpty()) {
        if (namesMoreThanPlan(body))
            return run.refuse(badRequest(QStringLiteral("Beside plan_id there may be reason, allow_drift and "
                                                        "confirmation.")),
                              "invalid_request");
        const auto plan = m_plans.find(id, run.context().now);
        if (!run.context().check("plan known", "administration API", plan.has_value()))
            return run.refuse(badRequest(QStringLiteral("There is no such plan, or it is older than ten minutes. "
                                                        "Ask for a preview."),
                                         404),
                              "invalid_request");
        run.audit().planId = id;
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
