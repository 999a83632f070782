#pragma once

#include "models/revocation/revocationaudit.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace Gatehouse {

class Store;

/// Revocations that were answered with 503: their audit records cannot stand in the transaction that failed, so they are
/// written afterwards, and again until the database takes them (revocation.md section 5.6). Bounded; the oldest go first.
/// Lives in the store's thread.
class FailureNotes : public QObject
{
    Q_OBJECT

public:
    explicit FailureNotes(Store &store, QObject *parent = nullptr);
    /// Tries a last time.
    ~FailureNotes() override;

    /// Keeps the record of a request that has failed.
    void add(RevocationAudit audit);
    /// Keeps the record if this turn's commit fails.
    void watch(const RevocationAudit &audit);
    qsizetype waiting() const { return m_waiting.size(); }

private:
    static constexpr qsizetype Most = 1000;
    static constexpr int Soon = 50;
    static constexpr int Later = 1000;

    void writeAll();

    Store &m_store;
    QList<RevocationAudit> m_waiting;
    QTimer m_again;
};

} // namespace Gatehouse
