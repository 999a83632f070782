#include "models/tables/roles.h"
#include "ui/traffic/requestlog.h"
#include "ui/traffic/requestrate.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gatehouse;

class TestRequestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestIsFirst();
    void keepsTheNewest();
    void aBurstLargerThanTheLog();
    void reasonNamesTheFailedCheck();
    void rateIsOfTheLastMinute();

private:
    static QList<Exchange> exchanges(Id first, Id last);
};

QList<Exchange> TestRequestLog::exchanges(Id first, Id last)
{
    QList<Exchange> list;
    for (Id id = first; id <= last; ++id) {
        Exchange exchange;
        exchange.id = id;
        exchange.at = 1'700'000'000'000 + id;
        exchange.method = "POST";
        exchange.path = QStringLiteral("/oauth/token");
        exchange.status = 200;
        exchange.durationMicroseconds = 1500;
        list.append(exchange);
    }
    return list;
}

void TestRequestLog::newestIsFirst()
{
    RequestLog log;
    const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::Fatal);
    log.add(exchanges(1, 3));
    log.add(exchanges(4, 5));
    QCOMPARE(log.rowCount(), 5);
    QCOMPARE(log.at(0).id, 5);
    QCOMPARE(log.rowOf(1), 4);
    QCOMPARE(log.rowOf(9), -1);
    QCOMPARE(log.index(0, RequestLog::Status).data().toString(), QStringLiteral("200"));
    QCOMPARE(log.index(0, RequestLog::Time).data(TimestampRole).toLongLong(), 1'700'000'000'005);
    QCOMPARE(log.index(0, RequestLog::Path).data(IdRole).toLongLong(), 5);
}

void TestRequestLog::keepsTheNewest()
{
    RequestLog log;
    const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::Fatal);
    log.add(exchanges(1, RequestLog::Kept));
    log.add(exchanges(RequestLog::Kept + 1, RequestLog::Kept + 10));
    QCOMPARE(log.rowCount(), RequestLog::Kept);
    QCOMPARE(log.at(0).id, RequestLog::Kept + 10);
    QCOMPARE(log.at(RequestLog::Kept - 1).id, 11);
}

void TestRequestLog::aBurstLargerThanTheLog()
{
    RequestLog log;
    const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::Fatal);
    log.add(exchanges(1, 7));
    log.add(exchanges(8, 2007));
    QCOMPARE(log.rowCount(), RequestLog::Kept);
    QCOMPARE(log.at(0).id, 2007);
}

void TestRequestLog::reasonNamesTheFailedCheck()
{
    Exchange exchange = exchanges(1, 1).first();
    QCOMPARE(RequestLog::reason(exchange), QString());
    exchange.status = 400;
    exchange.error = QStringLiteral("invalid_grant");
    QCOMPARE(RequestLog::reason(exchange), QStringLiteral("invalid_grant"));
    Check passed;
    passed.rule = QStringLiteral("client");
    passed.passed = true;
    Check failed;
    failed.rule = QStringLiteral("code_verifier");
    exchange.checks = {passed, failed};
    QCOMPARE(RequestLog::reason(exchange), QStringLiteral("invalid_grant: code_verifier"));
}

void TestRequestLog::rateIsOfTheLastMinute()
{
    RequestRate rate;
    constexpr Timestamp Now = 1'700'000'000'000;
    rate.add(Now - 61'000, 5);
    rate.add(Now - 30'000, 7);
    rate.add(Now, 2);
    rate.add(Now, 1);
    QCOMPARE(rate.perMinute(Now), 10);
    QCOMPARE(rate.perMinute(Now + 31'000), 3);
    QCOMPARE(rate.perMinute(Now + 120'000), 0);
}

QTEST_GUILESS_MAIN(TestRequestLog)
#include "tst_requestlog.moc"
