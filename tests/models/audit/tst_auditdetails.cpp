#include "models/audit/auditdetails.h"

#include <QTest>

using namespace Gatehouse;

class TestAuditDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberInWords()
    {
        const AuditDetails details(QStringLiteral(
            R"({"level":"RELATED_TOKENS","revoked":{"access":2,"refresh":1,"code":0,"consent":0},"separate":true,)"
            R"("duration_us":1234,"target_ids":{"tokens":[4,5]},"http_status":200,"of_its_own":"kept"})"));
        QStringList lines;
        for (const AuditDetails::Item &item : details.items())
            lines.append(item.label + u'=' + item.value);
        QCOMPARE(lines.join(u'\n'),
                 QStringLiteral("Ended=Access Tokens: 2, Refresh Tokens: 1\nLevel Applied=RELATED_TOKENS\n"
                                "Target Numbers=Tokens: 4, 5\nHTTP Status=200\nDuration=1.23 ms\n"
                                "Recorded Apart From the Change=Yes\nof_its_own=kept"));
        QCOMPARE(details.ended(), qint64(3));
        QVERIFY(details.pretty().contains(QLatin1String("\"of_its_own\": \"kept\"")));
    }

    void olderEventsCountPairs()
    {
        QCOMPARE(AuditDetails(QStringLiteral("{\"pairs\":4}")).ended(), qint64(4));
        QCOMPARE(AuditDetails(QStringLiteral("{\"ended\":2,\"ids\":[1]}")).ended(), qint64(2));
        QCOMPARE(AuditDetails(QStringLiteral("nonsense")).ended(), qint64(0));
        QVERIFY(AuditDetails(QStringLiteral("[]")).items().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAuditDetails)
#include "tst_auditdetails.moc"
