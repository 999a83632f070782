#pragma once

#include "models/records/types.h"
#include "models/result.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Gatehouse {

class Connection;

/// Finds what a person should hear of among the revocations of the audit trail: tokens presented by an application they were not issued
/// to, and bursts of unknown tokens from one caller, which is what trying out values looks like.
class AuditAlarms
{
public:
    static constexpr qsizetype BurstSize = 5;
    static constexpr Timestamp BurstTime = 60'000; ///< milliseconds

    enum class Kind { ForeignToken, UnknownTokens };

    struct Entry
    {
        Timestamp at = 0;
        QString actor;
        QString outcome;
        QString application; ///< the name of the one that acted; empty: it was somebody else
        QString address; ///< where it came from; tells callers without a name apart
    };

    struct Alarm
    {
        Kind kind;
        QString caller; ///< actor as stored, or an address
        QString application; ///< its name, where it is one
        Timestamp at = 0; ///< the last of them
        qsizetype count = 0; ///< of unknown tokens within the burst's time
        QString filter; ///< finds the events
    };

    struct News
    {
        QList<Entry> entries;
        Id newest = 0;
    };

    /// Looks at events in their order.
    QList<Alarm> take(const QList<Entry> &entries);
    /// The events after `known` that can matter, at most some thousands; call again while `newest` grows.
    static Result<News> readAfter(Connection &reader, Id known);
    /// The newest event's number.
    static Result<Id> newest(Connection &reader);

private:
    std::optional<Alarm> countUnknown(const Entry &entry);

    QHash<QString, QList<Timestamp>> m_unknown; ///< by caller
};

} // namespace Gatehouse
