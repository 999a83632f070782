#include "models/filter/filtersql.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Gatehouse;

namespace {

constexpr Timestamp Now = 1'714'564'800'000; // 2024-05-01T12:00Z

FilterFields sampleFields()
{
    using Kind = FilterField::Kind;
    return {{QStringLiteral("user"), Kind::Text, QStringLiteral("email"), true, {}},
            {QStringLiteral("scope"), Kind::Text, QStringLiteral("scopes"), true, {}},
            {QStringLiteral("tokens"), Kind::Number, QStringLiteral("tokens"), false, {}},
            {QStringLiteral("issued"), Kind::Past, QStringLiteral("issued"), false, {}},
            {QStringLiteral("expires"), Kind::Deadline, QStringLiteral("expires"), false, {}},
            {QStringLiteral("is"),
             Kind::Choice,
             {},
             true,
             {{QStringLiteral("expired"), QStringLiteral("expires <= ?"), 1},
              {QStringLiteral("odd"), QStringLiteral("id % 2 = 1 OR id = 0"), 0}}}};
}

} // namespace

class TestFilterSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
        database.setDatabaseName(QStringLiteral(":memory:"));
        QVERIFY(database.open());
        QSqlQuery query;
        QVERIFY(query.exec(
            QStringLiteral("CREATE TABLE sample (id INTEGER PRIMARY KEY, email TEXT, scopes TEXT, tokens INTEGER,"
                           " issued INTEGER, expires INTEGER)")));
        const Timestamp minute = 60'000;
        const Timestamp day = 86'400'000;
        add(1, QStringLiteral("alice@example.com"), QStringLiteral("read write"), 2, Now - 5 * minute,
            Now + 5 * minute);
        add(2, QStringLiteral("bob@example.com"), QStringLiteral("read"), 0, Now - 2 * day, Now - day);
        add(3, {}, QStringLiteral("admin"), 7, Now - 60 * minute, 0);
        add(4, QStringLiteral("100%_\\sure@example.org"), {}, 1, Now, Now + 3 * day);
    }

    void matches_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("ids");
        QTest::newRow("everything") << ""
                                    << "1 2 3 4";
        QTest::newRow("word in any place") << "ali"
                                           << "1";
        QTest::newRow("caseless") << "ALICE"
                                  << "1";
        QTest::newRow("words are all needed") << "example read"
                                              << "1 2";
        QTest::newRow("other place") << "admin"
                                     << "3";
        QTest::newRow("exact words") << "\"read write\""
                                     << "1";
        QTest::newRow("order matters in exact words") << "\"write read\""
                                                      << "";
        QTest::newRow("alternatives") << "bob|admin"
                                      << "2 3";
        QTest::newRow("negation takes empty ones in") << "-example"
                                                      << "3";
        QTest::newRow("negated alternatives") << "-bob|alice"
                                              << "3 4";
        QTest::newRow("field") << "scope:read"
                               << "1 2";
        QTest::newRow("value only in another field") << "scope:alice"
                                                     << "";
        QTest::newRow("wildcards bind to both ends") << "scope:r*d"
                                                     << "2";
        QTest::newRow("one character") << "user:?ob@*"
                                       << "2";
        QTest::newRow("quoted wildcard is a character") << "user:\"*\""
                                                        << "";
        QTest::newRow("percent is a character") << "100%"
                                                << "4";
        QTest::newRow("percent alone") << "user:%"
                                       << "4";
        QTest::newRow("underline is a character") << "user:_"
                                                  << "4";
        QTest::newRow("backslash is a character") << "user:\\"
                                                  << "4";
        QTest::newRow("apostrophe") << "user:o'neill"
                                    << "";
        QTest::newRow("injection is a text") << "user:x')/**/OR/**/('1'='1"
                                             << "";
        QTest::newRow("none") << "user:none"
                              << "3";
        QTest::newRow("none of an empty text") << "scope:none"
                                               << "4";
        QTest::newRow("quoted none is a word") << "user:\"none\""
                                               << "";
        QTest::newRow("not none") << "-user:none"
                                  << "1 2 4";
        QTest::newRow("number") << "tokens:2"
                                << "1";
        QTest::newRow("more than") << "tokens>1"
                                   << "1 3";
        QTest::newRow("at most") << "tokens<=1"
                                 << "2 4";
        QTest::newRow("either number") << "tokens:0|7"
                                       << "2 3";
        QTest::newRow("younger than") << "issued<10m"
                                      << "1 4";
        QTest::newRow("older than") << "issued>10m"
                                    << "2 3";
        QTest::newRow("exactly as old") << "issued>=5m issued<=5m"
                                        << "1";
        QTest::newRow("expires soon") << "expires<10m"
                                      << "1";
        QTest::newRow("expires late") << "expires>1h"
                                      << "4";
        QTest::newRow("not soon") << "-expires<10m"
                                  << "2 3 4";
        QTest::newRow("never") << "expires:none"
                               << "3";
        QTest::newRow("day") << "issued:2024-05-01"
                             << "1 3 4";
        QTest::newRow("before the day") << "issued<2024-05-01"
                                        << "2";
        QTest::newRow("after the day") << "issued>2024-04-30"
                                       << "1 3 4";
        QTest::newRow("after that very day") << "issued>2024-05-01"
                                             << "";
        QTest::newRow("from the day on") << "issued>=2024-05-01"
                                         << "1 3 4";
        QTest::newRow("up to the day") << "issued<=2024-04-29"
                                       << "2";
        QTest::newRow("minute") << "issued:2024-05-01T12:00"
                                << "4";
        QTest::newRow("choice") << "is:expired"
                                << "2";
        QTest::newRow("choice with OR inside") << "is:odd alice"
                                               << "1";
        QTest::newRow("not the choice") << "-is:expired"
                                        << "1 3 4";
        QTest::newRow("choice as a word") << "expired"
                                          << "2";
        QTest::newRow("part of a choice is no word") << "expire"
                                                     << "";
        QTest::newRow("together") << "example -is:expired tokens>1"
                                  << "1";
    }

    void matches()
    {
        QFETCH(QString, filter);
        QFETCH(QString, ids);
        const auto expression = FilterExpression::parse(filter, sampleFields());
        QVERIFY2(expression.isOk(), qPrintable(expression ? QString() : expression.error().message));
        const FilterSql sql = FilterSql::make(*expression, sampleFields(), Now);
        QSqlQuery query;
        const QString condition = sql.condition.isEmpty() ? QString() : QString(u" WHERE " % sql.condition);
        QVERIFY2(query.prepare(u"SELECT id FROM sample" % condition % u" ORDER BY id"),
                 qPrintable(query.lastError().text()));
        for (const QVariant &value : sql.values)
            query.addBindValue(value);
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
        QStringList found;
        while (query.next())
            found.append(query.value(0).toString());
        QCOMPARE(found.join(u' '), ids);
    }

    void onlyTimeMakesItDependOnTime_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("depends");
        QTest::newRow("words") << "alice -bob" << false;
        QTest::newRow("date") << "issued>2024-05-01" << false;
        QTest::newRow("choice without time") << "is:odd" << false;
        QTest::newRow("length") << "expires<10m" << true;
        QTest::newRow("choice with time") << "is:expired" << true;
    }

    void onlyTimeMakesItDependOnTime()
    {
        QFETCH(QString, filter);
        QFETCH(bool, depends);
        const auto expression = FilterExpression::parse(filter, sampleFields());
        QVERIFY(expression.isOk());
        QCOMPARE(FilterSql::make(*expression, sampleFields(), Now).dependsOnTime, depends);
    }

    void whatIsTypedIsBound()
    {
        const auto expression = FilterExpression::parse(QStringLiteral("hunter user:hunter"), sampleFields());
        const FilterSql sql = FilterSql::make(*expression, sampleFields(), Now);
        QVERIFY(!sql.condition.contains(QLatin1String("hunter")));
        QCOMPARE(sql.values.size(), 3);
    }

private:
    static void add(Id id, const QString &email, const QString &scopes, int tokens, Timestamp issued, Timestamp expires)
    {
        QSqlQuery query;
        query.prepare(QStringLiteral("INSERT INTO sample VALUES (?, ?, ?, ?, ?, ?)"));
        query.addBindValue(id);
        query.addBindValue(email);
        query.addBindValue(scopes);
        query.addBindValue(tokens);
        query.addBindValue(issued);
        query.addBindValue(expires == 0 ? QVariant() : QVariant(expires));
        QVERIFY2(query.exec(), qPrintable(query.lastError().text()));
    }
};

QTEST_GUILESS_MAIN(TestFilterSql)
#include "tst_filtersql.moc"
