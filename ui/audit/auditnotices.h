#pragma once

#include "models/audit/auditalarms.h"
#include "models/records/changeset.h"
#include "ui/console.h"

#include <QWidget>

#include <array>

namespace Gatehouse {

class InlineMessage;

/// Tells whatever page is in front that somebody presents tokens that are not theirs, or tries values out. Stays until it is closed.
class AuditNotices : public QWidget
{
    Q_OBJECT

public:
    explicit AuditNotices(const Console &console, QWidget *parent = nullptr);

    InlineMessage &message(AuditAlarms::Kind kind) const { return *m_notices[std::size_t(kind)].message; }

Q_SIGNALS:
    /// The person wants to see the events.
    void pageRequested(const QString &key, const QString &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What one kind of alarm says.
    struct Notice
    {
        InlineMessage *message = nullptr;
        AuditAlarms::Alarm alarm; ///< the last
        qsizetype times = 0; ///< since it was closed
        bool areSeveral = false; ///< callers
    };

    void applyChanges(const ChangeSet &changes);
    void passOverOld();
    void note(const AuditAlarms::Alarm &alarm);
    void tell(const Notice &notice);
    QString sentenceOf(const Notice &notice) const;

    Connection &m_reader;
    AuditAlarms m_alarms;
    const Clock &m_clock;
    Timestamp m_since; ///< what happened before is no news
    Id m_known = 0;
    std::array<Notice, 2> m_notices;
};

} // namespace Gatehouse
