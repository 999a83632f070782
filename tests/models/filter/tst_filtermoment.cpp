#include "models/filter/filtermoment.h"

#include <QDateTime>
#include <QTest>

using namespace Gatehouse;

class TestFilterMoment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengths_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: refused
        QTest::newRow("seconds") << "90s" << qint64(90'000);
        QTest::newRow("minutes") << "10m" << qint64(600'000);
        QTest::newRow("sum") << "1h30m" << qint64(5'400'000);
        QTest::newRow("days") << "2d" << qint64(172'800'000);
        QTest::newRow("weeks, capital") << "1W" << qint64(604'800'000);
        QTest::newRow("nothing") << "0s" << qint64(0);
        QTest::newRow("no unit") << "10" << qint64(-1);
        QTest::newRow("no number") << "m" << qint64(-1);
        QTest::newRow("unknown unit") << "3y" << qint64(-1);
        QTest::newRow("unit twice") << "3mm" << qint64(-1);
        QTest::newRow("beyond all sums") << "99999999999999999999999w" << qint64(-1);
        QTest::newRow("beyond a century") << "99999w" << qint64(-1);
        QTest::newRow("empty") << "" << qint64(-1);
        QTest::newRow("other digits") << QStringLiteral("٣m") << qint64(-1);
    }

    void lengths()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        const auto moment = FilterMoment::parse(text);
        QCOMPARE(moment.has_value(), milliseconds >= 0);
        if (!moment)
            return;
        QVERIFY(moment->isLength);
        QCOMPARE(moment->length, milliseconds);
    }

    void dates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<qint64>("length"); // milliseconds; -1: refused
        QTest::newRow("day") << "2024-05-01" << QDateTime(QDate(2024, 5, 1), QTime(0, 0)) << qint64(86'400'000);
        QTest::newRow("minute") << "2024-05-01T12:30" << QDateTime(QDate(2024, 5, 1), QTime(12, 30)) << qint64(60'000);
        QTest::newRow("second") << "2024-05-01T12:30:15" << QDateTime(QDate(2024, 5, 1), QTime(12, 30, 15))
                                << qint64(1000);
        QTest::newRow("no such day") << "2024-02-30" << QDateTime() << qint64(-1);
        QTest::newRow("no such minute") << "2024-05-01T25:00" << QDateTime() << qint64(-1);
        QTest::newRow("word") << "yesterdayish" << QDateTime() << qint64(-1);
    }

    void dates()
    {
        QFETCH(QString, text);
        QFETCH(QDateTime, from);
        QFETCH(qint64, length);
        const auto moment = FilterMoment::parse(text);
        QCOMPARE(moment.has_value(), length >= 0);
        if (!moment)
            return;
        QVERIFY(!moment->isLength);
        QCOMPARE(moment->from, from.toMSecsSinceEpoch());
        QCOMPARE(moment->to - moment->from, length);
    }
};

QTEST_GUILESS_MAIN(TestFilterMoment)
#include "tst_filtermoment.moc"
