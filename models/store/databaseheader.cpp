#include "models/store/databaseheader.h"

#include "models/store/connection.h"

#include <QFileInfo>

namespace Gatehouse {

namespace {

Result<qint64> ask(Connection &connection, const char *pragma)
{
    Statement query = connection.prepare(pragma);
    if (const Result<void> done = query.exec(); !done)
        return done.error();
    return query.next() ? query.number(0) : 0;
}

} // namespace

Result<DatabaseHeader> DatabaseHeader::read(const DatabaseUrl &url)
{
    const bool hasLog = QFileInfo(url.path + "-wal").size() > 0;
    if (!hasLog && QFileInfo(url.path).size() == 0)
        return DatabaseHeader {true, 0, 0};
    const auto access = hasLog ? Connection::Access::Read : Connection::Access::Inspect;
    Result<std::unique_ptr<Connection>> connection = Connection::open(url, access);
    if (!connection)
        return connection.error();
    const Result<qint64> application = ask(**connection, "PRAGMA application_id");
    if (!application)
        return application.error();
    const Result<qint64> version = ask(**connection, (*connection)->dialect().schemaVersion());
    if (!version)
        return version.error();
    return DatabaseHeader {false, quint32(*application), int(*version)};
}

} // namespace Gatehouse
