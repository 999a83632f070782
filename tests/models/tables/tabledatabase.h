#pragma once

#include "models/clock.h"
#include "models/records/accessgrant.h"
#include "models/records/accesstoken.h"
#include "models/records/application.h"
#include "models/records/user.h"
#include "models/store/connection.h"
#include "models/store/store.h"

#include <QTemporaryDir>

#include <memory>

namespace Gatehouse {

/// A database in a temporary folder, with its Store in the test's own thread, a reading connection, and a clock that is moved by hand.
class TableDatabase
{
public:
    static constexpr Timestamp Start = 1'714'564'800'000; ///< 2024-05-01T12:00Z

    TableDatabase();

    Id addApplication(const QString &name);
    Id addUser(const QString &email);
    /// One row each; what is not set gets a value that works. Committed with the turn of the event loop, or by commit().
    Id addToken(AccessToken token = {});
    Id addGrant(AccessGrant grant = {});
    void addTokens(int count);
    void commit();
    /// Executes and commits; not announced.
    void execute(const QString &sql);
    qint64 fileSize(const QString &suffix) const; ///< bytes of the database file with this suffix

    QTemporaryDir folder;
    ManualClock clock {Start};
    DatabaseUrl url;
    std::unique_ptr<Store> store;
    std::unique_ptr<Connection> reader;
    Id application = 0;
    Id user = 0;

private:
    int m_number = 0;
};

} // namespace Gatehouse
