#include "server/administration/revocationpreviewendpoint.h"

#include "models/store/store.h"
#include "server/administration/momenttext.h"
#include "server/revocation/revocationrun.h"

#include <QJsonArray>

namespace Gatehouse {

namespace {

constexpr qsizetype SharesShown = 100;

/// The parts of the counts with whose they are.
QJsonArray breakdownOf(const RevocationSurvey &survey)
{
    QJsonArray breakdown;
    for (const RevocationSurvey::Share &share : survey.shares.mid(0, SharesShown)) {
        QJsonObject part = share.counts.toJson();
        part.insert(QLatin1String("client"), share.applicationName);
        part.insert(QLatin1String("user"), share.userEmail);
        breakdown.append(part);
    }
    return breakdown;
}

QJsonArray sampleOf(const RevocationSurvey &survey)
{
    QJsonArray sample;
    for (const RevocationSurvey::Sample &each : survey.sample)
        sample.append(QJsonObject {{QStringLiteral("token"), each.token},
                                   {QStringLiteral("client"), each.applicationName},
                                   {QStringLiteral("user"), each.userEmail},
                                   {QStringLiteral("scope"), each.scopes},
                                   {QStringLiteral("issued_at"), momentText(each.issuedAt)},
                                   {QStringLiteral("access"), each.access},
                                   {QStringLiteral("refresh"), each.refresh}});
    return sample;
}

} // namespace

Response RevocationPreviewEndpoint::administer(RevocationRun &run, const QJsonObject &body)
{
    Store &store = run.context().store;
    const Outcome<RevocationOrder> order = readRevocationOrder(store, body);
    if (!order)
        return run.refuse(order.refusal(), "invalid_request");
    noteOrder(run, *order);
    const Result<RevocationSurvey> survey = RevocationService(store).survey(order->targets);
    if (!survey)
        return run.failed(survey.error());
    const Timestamp now = run.context().now;
    run.audit().planId = m_plans.keep(*order, survey->fingerprint, now);
    if (auto failure = run.record("previewed", 200))
        return *std::move(failure);
    return Response::json(
        200,
        QJsonObject {{QStringLiteral("plan_id"), run.audit().planId},
                     {QStringLiteral("affected"), survey->counts.toJson()},
                     {QStringLiteral("breakdown"), breakdownOf(*survey)},
                     {QStringLiteral("sample"), sampleOf(*survey)},
                     {QStringLiteral("expires_at"), momentText(now + RevocationPlans::Lifetime * 1000)}});
}

} // namespace Gatehouse
