#include "models/upkeep/numbering.h"

#include "models/store/connection.h"

#include <QHash>
#include <QSqlQuery>

namespace Gatehouse {

namespace {

Result<QHash<QString, qint64>> lastNumbers(Connection &connection)
{
    QHash<QString, qint64> numbers;
    const Result<void> read
        = connection.read(QStringLiteral("SELECT name, seq FROM sqlite_sequence"), [&numbers](const QSqlQuery &row) {
              numbers.insert(row.value(0).toString(), row.value(1).toLongLong());
          });
    return read ? Result<QHash<QString, qint64>>(numbers) : read.error();
}

} // namespace

Result<void> continueNumbering(Connection &live, Connection &copy)
{
    const auto given = lastNumbers(live);
    if (!given)
        return given.error().kind == Error::Kind::Damaged ? Result<void>() : given.error();
    const auto known = lastNumbers(copy);
    if (!known)
        return known.error();
    for (auto each = given->cbegin(); each != given->cend(); ++each) {
        if (known->value(each.key(), -1) >= each.value())
            continue;
        Statement statement
            = copy.prepare(known->contains(each.key()) ? "UPDATE sqlite_sequence SET seq = ? WHERE name = ?"
                                                       : "INSERT INTO sqlite_sequence (seq, name) VALUES (?, ?)");
        if (const Result<void> done = statement.exec(each.value(), each.key()); !done)
            return done;
    }
    return {};
}

} // namespace Gatehouse
