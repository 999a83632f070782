#include "ui/audit/auditnotices.h"

#include "models/audit/auditwords.h"
#include "models/clock.h"
#include "models/store/store.h"
#include "ui/timetext.h"
#include "ui/widgets/inlinemessage.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Gatehouse {

namespace {

constexpr Id MostNews = 4096; // events that came at once

}

AuditNotices::AuditNotices(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_reader(console.reader)
    , m_clock(console.clock)
    , m_since(m_clock.now())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    for (Notice &notice : m_notices) {
        notice.message = new InlineMessage(this);
        column->addWidget(notice.message);
    }
    message(AuditAlarms::Kind::ForeignToken).setObjectName(QStringLiteral("foreignTokens"));
    message(AuditAlarms::Kind::UnknownTokens).setObjectName(QStringLiteral("unknownTokens"));
    // What was before the window is not news: the Audit page has it.
    if (const Result<Id> newest = AuditAlarms::newest(m_reader))
        m_known = *newest;
    connect(&console.store, &Store::changed, this, &AuditNotices::applyChanges);
}

void AuditNotices::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (const Notice &notice : m_notices) {
            if (!notice.message->isHidden())
                tell(notice);
        }
    }
    QWidget::changeEvent(event);
}

void AuditNotices::applyChanges(const ChangeSet &changes)
{
    if (changes[Table::AuditEvents].isEmpty())
        return;
    if (changes[Table::AuditEvents].everything)
        passOverOld();
    m_since = qMin(m_since, m_clock.now()); // somebody may set it back
    for (;;) {
        const Result<AuditAlarms::News> news = AuditAlarms::readAfter(m_reader, m_known);
        if (!news || news->newest == m_known)
            return;
        m_known = news->newest;
        for (const AuditAlarms::Alarm &alarm : m_alarms.take(news->entries)) {
            if (alarm.at >= m_since)
                note(alarm);
        }
    }
}

/// A backup that was restored may bring the events of years.
void AuditNotices::passOverOld()
{
    if (const Result<Id> newest = AuditAlarms::newest(m_reader))
        m_known = qMin(qMax(m_known, *newest - MostNews), *newest);
}

void AuditNotices::note(const AuditAlarms::Alarm &alarm)
{
    Notice &notice = m_notices[std::size_t(alarm.kind)];
    if (notice.message->isHidden()) {
        notice.times = 0;
        notice.areSeveral = false;
    }
    notice.areSeveral = notice.areSeveral || (notice.times > 0 && notice.alarm.caller != alarm.caller);
    notice.alarm = alarm;
    ++notice.times;
    tell(notice);
}

void AuditNotices::tell(const Notice &notice)
{
    QString filter = notice.alarm.filter;
    if (notice.areSeveral)
        filter = filter.section(u' ', 0, 0); // the outcome alone
    notice.message->post(InlineMessage::Kind::Warning, sentenceOf(notice),
                         {{tr("Show in &Audit", "events of the audit trail"),
                           [this, filter] { Q_EMIT pageRequested(QStringLiteral("audit"), filter); }}});
}

QString AuditNotices::sentenceOf(const Notice &notice) const
{
    const QString caller = AuditWords::actor(notice.alarm.caller, notice.alarm.application);
    const QString time = TimeText::absolute(notice.alarm.at);
    if (notice.alarm.kind == AuditAlarms::Kind::UnknownTokens) {
        return notice.areSeveral
            ? tr("Several applications asked to revoke many unknown tokens, last “%1” at %2. Somebody may be trying "
                 "out values.")
                  .arg(caller, time)
            : tr("“%1” asked to revoke %2 unknown tokens within a minute, last at %3. Somebody may be trying out "
                 "values.")
                  .arg(caller)
                  .arg(notice.alarm.count)
                  .arg(time);
    }
    const QString first = notice.areSeveral
        ? tr("Several applications presented tokens that were issued to others, last “%1” at %2.").arg(caller, time)
        : tr("“%1” presented a token that was issued to another application, at %2.").arg(caller, time);
    const QString times = tr("It was refused, %n time(s) in all.", "", int(notice.times));
    return QString(first + u' ' + (notice.times > 1 ? times : tr("It was refused.")));
}

} // namespace Gatehouse
