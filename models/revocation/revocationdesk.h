#pragma once

#include "models/records/types.h"
#include "models/result.h"

#include <QList>
#include <QStringList>

#include <functional>

class QObject;

namespace Gatehouse {

/// What a revocation would end, or has ended. A pair is an access token with the refresh token issued beside it.
struct RevocationPlan
{
    qint64 chosen = 0; ///< tokens or codes asked for
    qint64 over = 0; ///< of these, already over
    qint64 following = 0; ///< pairs that were not asked for and end along: same family, or issued from the code
    QStringList applications; ///< names, each once, in alphabetical order
    QStringList users; ///< e-mail addresses, likewise
    QString caution; ///< a sentence on what stays alive although one might think otherwise; mostly empty
};

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

} // namespace Gatehouse
