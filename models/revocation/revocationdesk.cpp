#include "models/revocation/revocationdesk.h"

#include "models/store/store.h"

namespace Gatehouse {

namespace {

Revocation revocationIn(Store &store)
{
    return Revocation(store, QStringLiteral("console"));
}

} // namespace

void StoreRevocationDesk::plan(RevocationSubject subject, const QList<Id> &ids, QObject *context, Planned done)
{
    m_store.run(
        [subject, ids](Store &store) {
            return subject == RevocationSubject::Tokens ? revocationIn(store).planTokens(ids)
                                                        : revocationIn(store).planGrants(ids);
        },
        context, std::move(done));
}

void StoreRevocationDesk::revoke(RevocationSubject subject, const QList<Id> &ids, QObject *context, Revoked done)
{
    m_store.run(
        [subject, ids](Store &store) {
            return subject == RevocationSubject::Tokens ? revocationIn(store).revokeTokens(ids)
                                                        : revocationIn(store).revokeGrants(ids);
        },
        context, std::move(done));
}

} // namespace Gatehouse
