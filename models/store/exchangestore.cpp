#include "models/store/exchangestore.h"

#include "models/jsonwriter.h"
#include "models/store/rows.h"
#include "models/store/writer.h"

namespace Gatehouse {

namespace {

/// A JSON array of what `json` makes of each.
template<class Item, class Json> QString jsonArray(const QList<Item> &items, Json json)
{
    QByteArray text = "[";
    for (const Item &item : items) {
        if (text.size() > 1)
            text += ',';
        text += json(item);
    }
    return QString::fromUtf8(text + ']');
}

/// The parameters as [[name, value], …]: a name may come twice.
QString parametersJson(const Exchange &exchange)
{
    return jsonArray(exchange.parameters, [](const auto &pair) { return JsonWriter::list({pair.first, pair.second}); });
}

QString checksJson(const Exchange &exchange)
{
    return jsonArray(exchange.checks, [](const Check &check) {
        JsonWriter object;
        object.add("rule", check.rule).add("reference", check.reference).add("passed", check.passed);
        return object.add("expected", check.expected).add("received", check.received).take();
    });
}

QString statementsJson(const Exchange &exchange)
{
    return jsonArray(exchange.statements, [](const SqlTrace &statement) {
        JsonWriter object;
        object.add("sql", statement.sql).add("microseconds", statement.microseconds).add("rows", statement.rows);
        return object.take();
    });
}

} // namespace

ExchangeStore::ExchangeStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Id ExchangeStore::nextId()
{
    if (m_lastId < 0)
        m_lastId = highestUsed();
    return ++m_lastId;
}

void ExchangeStore::lookAgain()
{
    if (m_lastId >= 0)
        m_lastId = qMax(m_lastId, highestUsed());
}

/// Exchanges need not be recorded, but the newest codes, tokens and events name theirs.
Id ExchangeStore::highestUsed()
{
    Statement query = m_connection.prepare(
        "SELECT max(used) FROM (SELECT max(id) AS used FROM exchanges"
        " UNION ALL SELECT max(exchange_id) FROM (SELECT exchange_id FROM oauth_access_tokens ORDER BY id DESC LIMIT "
        "1000)"
        " AS recent_tokens"
        " UNION ALL SELECT max(exchange_id) FROM (SELECT exchange_id FROM oauth_access_grants ORDER BY id DESC LIMIT "
        "1000)"
        " AS recent_grants"
        " UNION ALL SELECT max(exchange_id) FROM (SELECT exchange_id FROM audit_events ORDER BY id DESC LIMIT 1000)"
        " AS recent_events) AS ids");
    return query.exec() && query.next() ? query.number(0) : 0;
}

Result<void> ExchangeStore::append(const QList<Exchange> &exchanges)
{
    Transaction transaction(m_writer, m_connection);
    if (!transaction.opened())
        return transaction.opened();
    for (const Exchange &exchange : exchanges) {
        if (const Result<void> done = insert(exchange); !done)
            return done;
    }
    m_writer.changes().noteInserted(Table::Exchanges);
    return transaction.commit();
}

Result<void> ExchangeStore::insert(const Exchange &exchange)
{
    return m_connection
        .prepare("INSERT INTO exchanges (id, occurred_at, peer, method, path, parameters, endpoint, client_id, state,"
                 " grant_id, family_id, checks, status, error, response_bytes, duration_us,"
                 " statements, redirect)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .exec(exchange.id, exchange.at, exchange.peer, QString::fromLatin1(exchange.method), exchange.path,
              parametersJson(exchange), exchange.endpoint, nullable(exchange.clientId), nullable(exchange.state),
              nullable(exchange.grantId), nullable(exchange.familyId), checksJson(exchange), exchange.status,
              nullable(exchange.error), exchange.responseBytes, exchange.durationMicroseconds, statementsJson(exchange),
              nullable(exchange.redirect));
}

Result<qint64> ExchangeStore::trim(qint64 count)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare("DELETE FROM exchanges WHERE id <= (SELECT max(id) FROM exchanges) - ?");
    if (const Result<void> done = statement.exec(count); !done)
        return done.error();
    if (statement.affectedRows() > 0)
        m_writer.changes().noteEverything(Table::Exchanges);
    return statement.affectedRows();
}

} // namespace Gatehouse
