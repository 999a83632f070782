#pragma once

#include "models/records/exchange.h"
#include "models/result.h"

#include <QList>

namespace Gatehouse {

class Connection;
class Writer;

/// exchanges: finished requests, written in batches.
class ExchangeStore
{
public:
    ExchangeStore(Connection &connection, Writer &writer);

    /// A number no exchange had before, without touching the database after the first call.
    Id nextId();
    /// Others have written: numbers go on above theirs too.
    void lookAgain();
    Result<void> append(const QList<Exchange> &exchanges);
    /// Keeps the newest `count` numbers. Answers how many records went.
    Result<qint64> trim(qint64 count);

private:
    Id highestUsed();
    Result<void> insert(const Exchange &exchange);

    Connection &m_connection;
    Writer &m_writer;
    Id m_lastId = -1;
};

} // namespace Gatehouse
