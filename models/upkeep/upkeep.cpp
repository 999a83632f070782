#include "models/upkeep/upkeep.h"

#include "models/store/auditstore.h"
#include "models/store/domainstore.h"
#include "models/store/settingstore.h"
#include "models/store/store.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSqlQuery>

#include <algorithm>
#include <chrono>

namespace Gatehouse {

namespace {

using namespace std::chrono_literals;

const QString LastPurge = QStringLiteral("purge.last");
constexpr Timestamp HourMilliseconds = 60 * 60 * 1000;
constexpr int RestFactor = 4;

} // namespace

Upkeep::Upkeep(Store &store)
    : m_store(store)
    , m_schedule(this)
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    connect(&m_pause, &QTimer::timeout, this, &Upkeep::runSlice);
    connect(&m_schedule, &QTimer::timeout, this, &Upkeep::lookAtSchedule);
    m_schedule.start(1min);
}

Upkeep::~Upkeep() = default;

void Upkeep::purge(const QString &actor)
{
    QMetaObject::invokeMethod(
        this, [this, actor] { begin(actor); }, Qt::QueuedConnection);
}

void Upkeep::cancel()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_purge)
                return;
            m_outcome.isCancelled = true;
            finish();
        },
        Qt::QueuedConnection);
}

void Upkeep::lookAtSchedule()
{
    const Result<Retention> retention = Retention::read(m_store);
    const Result<std::optional<QString>> last = m_store.settings().value(LastPurge);
    if (m_purge || !retention || !last || retention->everyHours == 0)
        return;
    if (m_store.clock().now() - last->value_or(QString()).toLongLong() >= retention->everyHours * HourMilliseconds)
        begin(QStringLiteral("system"));
}

void Upkeep::begin(const QString &actor)
{
    if (m_purge)
        return;
    m_outcome = {};
    m_actor = actor;
    const Timestamp now = m_store.clock().now();
    const Result<Retention> retention = Retention::read(m_store);
    if (!retention)
        return finish(retention.error().message);
    if (const Result<void> noted = m_store.settings().set(LastPurge, QString::number(now)); !noted)
        return finish(noted.error().message);
    m_purge = std::make_unique<Purge>(m_store, PurgeLimits::of(*retention, now));
    m_pause.start(0);
}

void Upkeep::runSlice()
{
    m_slice.start();
    const Result<bool> goesOn = m_purge->step();
    if (!goesOn)
        return finish(goesOn.error().message);
    m_store.writer().whenSettled([guard = QPointer(this), more = *goesOn](bool isDurable) {
        if (guard)
            guard->noteSlice(more, isDurable);
    });
}

void Upkeep::noteSlice(bool goesOn, bool isDurable)
{
    if (!m_purge)
        return; // cancelled meanwhile
    const qint64 took = m_slice.nsecsElapsed() / 1000;
    m_outcome.longestSlice = std::max(m_outcome.longestSlice, took);
    m_purge->noteDuration(double(took) / 1000);
    if (!isDurable)
        return finish(tr("What was to be removed could not be written to the disk. Make room, then purge again."));
    Q_EMIT progressed(m_purge->state());
    if (!goesOn)
        return finish();
    m_pause.start(int(std::max<qint64>(1, RestFactor * took / 1000)));
}

void Upkeep::finish(const QString &problem)
{
    m_pause.stop();
    m_outcome.problem = problem;
    if (m_purge)
        m_outcome.removed = m_purge->state().removed;
    m_purge.reset();
    if (m_outcome.removed.total() > 0) {
        if (const Result<void> written = writeEvent(m_outcome.removed); !written && problem.isEmpty())
            m_outcome.problem = written.error().message;
    }
    Q_EMIT finished(m_outcome);
}

Result<void> Upkeep::writeEvent(const PurgeCounts &removed)
{
    AuditEvent event;
    event.domainId = DomainStore::DefaultId;
    event.at = m_store.clock().now();
    event.actor = m_actor;
    event.action = QStringLiteral("database.purged");
    const QJsonObject details {{QStringLiteral("tokens"), removed[PurgeKind::Pairs]},
                               {QStringLiteral("families"), removed[PurgeKind::Families]},
                               {QStringLiteral("codes"), removed[PurgeKind::Codes]},
                               {QStringLiteral("consents"), removed[PurgeKind::Consents]},
                               {QStringLiteral("sessions"), removed[PurgeKind::Sessions]},
                               {QStringLiteral("events"), removed[PurgeKind::Events]}};
    event.details = QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact));
    const Result<Id> appended = m_store.audit().append(event);
    return appended ? Result<void>() : appended.error();
}

Result<qint64> purgeablePairs(Connection &reader, const PurgeLimits &limits)
{
    const QList<PurgeRule> rules = PurgeSql::rules(limits);
    const PurgeRule &loose = rules.at(qsizetype(PurgeKind::Pairs));
    const PurgeRule &families = rules.at(qsizetype(PurgeKind::Families));
    qint64 pairs = 0;
    const Result<void> done = reader.read(
        u"SELECT (SELECT count(*) FROM oauth_access_tokens r WHERE " % loose.condition
            % u"), (SELECT count(*) FROM token_families r JOIN oauth_access_tokens p ON p.family_id = r.id WHERE "
            % families.condition % u')',
        [&pairs](const QSqlQuery &row) { pairs = row.value(0).toLongLong() + row.value(1).toLongLong(); });
    if (!done)
        return done.error();
    return pairs;
}

} // namespace Gatehouse
