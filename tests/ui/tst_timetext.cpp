#include "ui/timetext.h"

#include <QTest>

using namespace Gatehouse;

class TestTimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void relative_data();
    void relative();
    void absoluteHasSeconds();
};

void TestTimeText::relative_data()
{
    constexpr Timestamp Minute = 60'000;
    constexpr Timestamp Hour = 60 * Minute;
    QTest::addColumn<qint64>("distance");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64(0) << QStringLiteral("just now");
    QTest::newRow("a moment") << qint64(-1999) << QStringLiteral("just now");
    QTest::newRow("seconds") << qint64(-12'000) << QStringLiteral("12 s ago");
    QTest::newRow("minutes") << -5 * Minute - 59'000 << QStringLiteral("5 min ago");
    QTest::newRow("hours") << -3 * Hour << QStringLiteral("3 h ago");
    QTest::newRow("days") << -49 * Hour << QStringLiteral("2 day(s) ago");
    QTest::newRow("soon") << qint64(500) << QStringLiteral("in 1 s");
    QTest::newRow("almost two hours") << 2 * Hour - 1 << QStringLiteral("in 1 h");
    QTest::newRow("long ago") << -40 * 24 * Hour << QStringLiteral("5 Oct 2023");
}

void TestTimeText::relative()
{
    QFETCH(qint64, distance);
    QFETCH(QString, text);
    constexpr Timestamp Now = 1'700'000'000'000; // 14 November 2023
    QCOMPARE(TimeText::relative(Now + distance, Now), text);
}

void TestTimeText::absoluteHasSeconds()
{
    QVERIFY(TimeText::absolute(1'700'000'000'000).endsWith(QLatin1String("22:13:20")));
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
