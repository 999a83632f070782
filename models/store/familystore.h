#pragma once

#include "models/records/tokenfamily.h"
#include "models/result.h"

namespace Gatehouse {

class Connection;
class Writer;

/// token_families.
class FamilyStore
{
public:
    FamilyStore(Connection &connection, Writer &writer);

    Result<TokenFamily> insert(TokenFamily family);
    /// Ends the family and every pair in it. A family that has ended keeps its first end and reason. Answers how many pairs ended.
    Result<qint64> end(Id family, const QString &reason, Timestamp now);

private:
    Connection &m_connection;
    Writer &m_writer;
};

} // namespace Gatehouse
