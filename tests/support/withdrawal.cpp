#include "tests/support/withdrawal.h"

#include "tests/support/teststore.h"

namespace Gatehouse {

void withdrawConsent(Store &store, Id consent, Timestamp now)
{
    take(store.writer().begin());
    take(store.connection()
             .prepare("UPDATE consents SET revoked_at = ?, updated_at = ? WHERE id = ?")
             .exec(now, now, consent));
    store.writer().changes().noteUpdated(Table::Consents, consent);
}

} // namespace Gatehouse
