#include "server/throttle.h"

#include <QTest>

using namespace Gatehouse;

using Kind = Throttle::Kind;

class TestThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limits_data();
    void limits();
    void windowSlides();
    void namesAreApart();
    void kindsAreApart();
    void nameIsCaseless();
    void memoryIsBounded();
    void whoWaitsIsTold();
    void onlyKnownNamesAreShown();
    void lettingGoForgetsTheFailures();
};

void TestThrottle::limits_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("limit");

    QTest::newRow("account") << Kind::Account << 10;
    QTest::newRow("address") << Kind::Address << 25;
    QTest::newRow("client") << Kind::Client << 30;
}

void TestThrottle::limits()
{
    QFETCH(Kind, kind);
    QFETCH(int, limit);
    Throttle throttle;
    const QString name = QStringLiteral("a");
    for (int failure = 0; failure < limit; ++failure) {
        QCOMPARE(throttle.wait(kind, name, 1000), 0);
        throttle.noteFailure(kind, name, 1000);
    }
    QCOMPARE(throttle.wait(kind, name, 1000), 30);
    QCOMPARE(throttle.wait(kind, name, 1001), 30);
    QCOMPARE(throttle.wait(kind, name, 30999), 1);
    QCOMPARE(throttle.wait(kind, name, 31000), 0);
}

void TestThrottle::windowSlides()
{
    Throttle throttle({2, 2, 2, 30, 10});
    const QString name = QStringLiteral("a");
    throttle.noteFailure(Kind::Account, name, 0);
    throttle.noteFailure(Kind::Account, name, 20000);
    QCOMPARE(throttle.wait(Kind::Account, name, 20000), 10);
    QCOMPARE(throttle.wait(Kind::Account, name, 30000), 0);
    throttle.noteFailure(Kind::Account, name, 30000);
    QCOMPARE(throttle.wait(Kind::Account, name, 30000), 20);
    QCOMPARE(throttle.wait(Kind::Account, name, 50000), 0);
}

void TestThrottle::namesAreApart()
{
    Throttle throttle({1, 1, 1, 30, 10});
    throttle.noteFailure(Kind::Account, QStringLiteral("a"), 0);
    QVERIFY(throttle.wait(Kind::Account, QStringLiteral("a"), 0) > 0);
    QCOMPARE(throttle.wait(Kind::Account, QStringLiteral("b"), 0), 0);
}

void TestThrottle::kindsAreApart()
{
    Throttle throttle({1, 1, 1, 30, 10});
    throttle.noteFailure(Kind::Account, QStringLiteral("a"), 0);
    QCOMPARE(throttle.wait(Kind::Address, QStringLiteral("a"), 0), 0);
    QCOMPARE(throttle.wait(Kind::Client, QStringLiteral("a"), 0), 0);
}

void TestThrottle::nameIsCaseless()
{
    Throttle throttle({1, 1, 1, 30, 10});
    throttle.noteFailure(Kind::Account, QStringLiteral("User@Example.com"), 0);
    QVERIFY(throttle.wait(Kind::Account, QStringLiteral("user@example.COM"), 0) > 0);
}

void TestThrottle::memoryIsBounded()
{
    Throttle throttle({1, 1, 1, 30, 3});
    for (const char *name : {"a", "b", "c", "d"})
        throttle.noteFailure(Kind::Account, QString::fromLatin1(name), 0);
    QCOMPARE(throttle.wait(Kind::Account, QStringLiteral("a"), 0), 0);
    for (const char *name : {"b", "c", "d"})
        QVERIFY(throttle.wait(Kind::Account, QString::fromLatin1(name), 0) > 0);
}

void TestThrottle::whoWaitsIsTold()
{
    Throttle throttle({2, 2, 2, 30, 10});
    int news = 0;
    throttle.setListener([&news] { ++news; });
    QVERIFY(!throttle.noteFailure(Kind::Account, QStringLiteral("a"), 1000, QStringLiteral("a@example.com")));
    QVERIFY(throttle.throttled(1000).isEmpty());
    QCOMPARE(news, 0);
    QVERIFY(throttle.noteFailure(Kind::Account, QStringLiteral("a"), 2000, QStringLiteral("a@example.com")));
    QCOMPARE(news, 1);
    const QList<Throttled> waiting = throttle.throttled(2000);
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first().kind, Kind::Account);
    QCOMPARE(waiting.first().name, QStringLiteral("a@example.com"));
    QCOMPARE(waiting.first().until, 31000);
    QVERIFY(throttle.throttled(31000).isEmpty());
}

void TestThrottle::onlyKnownNamesAreShown()
{
    Throttle throttle({1, 1, 1, 30, 10});
    QVERIFY(throttle.noteFailure(Kind::Account, QStringLiteral("my secret password"), 0));
    QCOMPARE(throttle.throttled(0).first().name, QString());
    QVERIFY(!throttle.throttled(0).first().key.contains("password"));
}

void TestThrottle::lettingGoForgetsTheFailures()
{
    Throttle throttle({1, 1, 1, 30, 10});
    throttle.noteFailure(Kind::Address, QStringLiteral("127.0.0.1"), 0, QStringLiteral("127.0.0.1"));
    throttle.noteFailure(Kind::Address, QStringLiteral("127.0.0.2"), 1000, QStringLiteral("127.0.0.2"));
    QCOMPARE(throttle.throttled(1000).first().name, QStringLiteral("127.0.0.2")); // waits longest
    QVERIFY(!throttle.letGo("nobody", 1000));
    const auto freed = throttle.letGo(throttle.throttled(1000).first().key, 1000);
    QVERIFY(freed);
    QCOMPARE(freed->name, QStringLiteral("127.0.0.2"));
    QCOMPARE(throttle.wait(Kind::Address, QStringLiteral("127.0.0.2"), 1000), 0);
    QVERIFY(throttle.wait(Kind::Address, QStringLiteral("127.0.0.1"), 1000) > 0);
    QCOMPARE(throttle.throttled(1000).size(), 1);
}

QTEST_APPLESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
