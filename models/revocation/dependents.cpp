#include "models/revocation/dependents.h"

#include "models/store/connection.h"
#include "models/store/store.h"

namespace Gatehouse {

namespace {

Result<Dependents> countDependents(Statement statement, Id id)
{
    if (const auto done = statement.exec(id, id, id); !done)
        return done.error();
    if (!statement.next())
        return Dependents();
    return Dependents {statement.number(0), statement.number(1), statement.number(2)};
}

} // namespace

Result<Dependents> dependentsOfApplication(Store &store, Id application)
{
    return countDependents(
        store.connection().prepare("SELECT (SELECT count(*) FROM oauth_access_grants WHERE application_id = ?),"
                                   " (SELECT count(*) FROM oauth_access_tokens WHERE application_id = ?),"
                                   " (SELECT count(*) FROM consents WHERE application_id = ?)"),
        application);
}

Result<Dependents> dependentsOfUser(Store &store, Id user)
{
    return countDependents(
        store.connection().prepare("SELECT (SELECT count(*) FROM oauth_access_grants WHERE resource_owner_id = ?),"
                                   " (SELECT count(*) FROM oauth_access_tokens WHERE resource_owner_id = ?),"
                                   " (SELECT count(*) FROM consents WHERE resource_owner_id = ?)"),
        user);
}

} // namespace Gatehouse
