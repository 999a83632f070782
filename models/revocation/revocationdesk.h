#pragma once

#include "models/revocation/revocation.h"

#include <functional>

class QObject;

namespace Gatehouse {

enum class RevocationSubject { Tokens, Grants };

/// Where the window hands in what is to be revoked, whichever program's database stands behind it. Never waits: `done` is called in the
/// application's thread, and not once `context` is gone.
class RevocationDesk
{
public:
    using Planned = std::function<void(const Result<RevocationPlan> &)>;
    /// Answers how many ended, all or none.
    using Revoked = std::function<void(const Result<qint64> &)>;

    virtual ~RevocationDesk() = default;
    virtual void plan(RevocationSubject subject, const QList<Id> &ids, QObject *context, Planned done) = 0;
    virtual void revoke(RevocationSubject subject, const QList<Id> &ids, QObject *context, Revoked done) = 0;
};

/// For our own databases, on behalf of the person at the console.
class StoreRevocationDesk final : public RevocationDesk
{
public:
    explicit StoreRevocationDesk(Store &store)
        : m_store(store)
    { }

    void plan(RevocationSubject subject, const QList<Id> &ids, QObject *context, Planned done) override;
    void revoke(RevocationSubject subject, const QList<Id> &ids, QObject *context, Revoked done) override;

private:
    Store &m_store;
};

} // namespace Gatehouse
