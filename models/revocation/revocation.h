#pragma once

#include "models/records/types.h"
#include "models/result.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Gatehouse {

class Store;

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

/// Ends tokens and codes with everything that lives from them: a refresh token's whole family (RFC 7009 section 2.1), the
/// tokens a code was redeemed for. To be called in the store's thread. Nothing is deleted.
class Revocation
{
public:
    /// `actor` stands in the audit trail, for instance "console", and `exchange` is the request that asked, if one did.
    Revocation(Store &store, const QString &actor, Id exchange = 0);

    Result<RevocationPlan> planTokens(const QList<Id> &tokens);
    Result<RevocationPlan> planGrants(const QList<Id> &grants);
    /// Answers how many pairs ended, all or none.
    Result<qint64> revokeTokens(const QList<Id> &tokens);
    /// Answers how many codes and pairs ended, all or none.
    Result<qint64> revokeGrants(const QList<Id> &grants);
    /// Takes back what a user gave an application: consent, codes, tokens; those of other users live on. Answers how many
    /// codes and pairs ended, all or none.
    Result<qint64> revokeAuthorization(Id application, Id user);

private:
    Result<qint64> endTokens(const QList<Id> &tokens);
    Result<qint64> endGrants(const QList<Id> &grants);
    Result<qint64> endFamilies(const QList<Id> &families);
    Result<QList<Id>> familiesOfTokens(const QList<Id> &tokens);
    Result<QList<Id>> familiesOfGrant(Id grant);
    Result<qint64> countAlive(Id family);
    Result<qint64> endAuthorization(Id application, Id user);
    Result<void> withdrawConsent(Id application, Id user);
    Result<void> note(const QString &kind, const QList<Id> &ids, qint64 ended);

    Store &m_store;
    QString m_actor;
    Id m_exchange;
};

} // namespace Gatehouse
