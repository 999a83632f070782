#include "ui/lineage/lineagewords.h"

#include "models/audit/auditwords.h"
#include "models/tables/celltext.h"
#include "ui/timetext.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace Gatehouse {

namespace {

using Kind = LineageStep::Kind;

QString momentAfter(Timestamp at, Timestamp before)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at);
    return moment.date() == QDateTime::fromMSecsSinceEpoch(before).date()
        ? QLocale().toString(moment.time(), QStringLiteral("HH:mm:ss"))
        : TimeText::absolute(at);
}

} // namespace

QString LineageWords::title(const LineageStep &step)
{
    const QString id = CellText::tokenId(step.name, CellText::ShortId);
    switch (step.kind) {
    case Kind::Login:
        //: the user's e-mail address
        return tr("Login of %1").arg(step.name);
    case Kind::Code:
        //: the beginning of its digest
        return tr("Code %1").arg(id);
    case Kind::Refresh:
        //: which of the family, the beginning of its digest
        return tr("Refresh token %1, %2").arg(QString::number(step.generation), id);
    case Kind::Access:
        return tr("Access token %1, %2").arg(QString::number(step.generation), id);
    }
    return {};
}

QString LineageWords::detail(const LineageStep &step, Timestamp before)
{
    QStringList parts {momentAfter(step.at, before)};
    if (step.request) {
        const LineageRequest &request = *step.request;
        //: method, path, status, address
        parts.append(
            tr("%1 %2 %3 from %4").arg(request.method, request.path, QString::number(request.status), request.peer));
    }
    if (step.usedAt && step.kind == Kind::Code)
        parts.append(tr("redeemed %1", "a time").arg(momentAfter(step.usedAt, step.at)));
    if (step.usedAt && step.kind == Kind::Refresh)
        parts.append(tr("refreshed %1", "a time").arg(momentAfter(step.usedAt, step.at)));
    return parts.join(QStringLiteral(" · "));
}

QString LineageWords::state(const LineageStep &step)
{
    if (step.kind == Kind::Login) {
        switch (step.activity) {
        case Activity::Active:
            return tr("Signed In");
        case Activity::Revoked:
            return tr("Signed Out");
        default:
            break;
        }
    }
    if (step.kind == Kind::Code && step.usedAt)
        return tr("Redeemed");
    return CellText::activity(step.activity);
}

StateMark::Shape LineageWords::shape(const LineageStep &step)
{
    switch (tone(step)) {
    case Tone::Good:
        return StateMark::Shape::Disc;
    case Tone::Bad:
        return StateMark::Shape::Cross;
    default:
        return StateMark::Shape::Ring;
    }
}

Tone LineageWords::tone(const LineageStep &step)
{
    const bool isOrdinaryEnd = step.kind == Kind::Login || (step.kind == Kind::Code && step.usedAt);
    switch (step.activity) {
    case Activity::Active:
        return Tone::Good;
    case Activity::Expired:
    case Activity::RotatedOut:
        return Tone::Neutral;
    default:
        return isOrdinaryEnd ? Tone::Neutral : Tone::Bad;
    }
}

QString LineageWords::end(const LineageStep &step)
{
    //: one half of a pair, without the other
    return step.endedAlone ? tr("Revoked alone") : tr("Revoked");
}

QString LineageWords::familyEnd(const Lineage &lineage)
{
    if (lineage.familyEndReason == QLatin1String("reuse"))
        return tr("Family ended: a refresh token came twice");
    if (lineage.familyEndReason == QLatin1String("code_replay"))
        return tr("Family ended: the code came twice");
    return tr("Family ended: revoked");
}

QString LineageWords::misuse(const QString &action)
{
    return action == QLatin1String("grant.replayed") ? tr("The code was presented again")
                                                     : tr("A used refresh token was presented again");
}

QString LineageWords::eventDetail(Timestamp at, const std::optional<LineageEvent> &event, Timestamp before)
{
    QStringList parts {momentAfter(at, before)};
    if (event) {
        //: the one who did it
        parts.append(tr("by %1").arg(AuditWords::actor(event->actor, event->application)));
        if (!event->outcome.isEmpty())
            parts.append(AuditWords::outcome(event->outcome));
        if (!event->level.isEmpty())
            parts.append(event->level);
        if (!event->reason.isEmpty())
            //: what somebody wrote
            parts.append(tr("“%1”").arg(event->reason));
    }
    return parts.join(QStringLiteral(" · "));
}

QString LineageWords::omitted(qint64 pairs)
{
    return tr("%n earlier pair(s) are not shown", "", int(pairs));
}

} // namespace Gatehouse
