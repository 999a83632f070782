#include "models/audit/auditalarms.h"

#include "models/store/auditstore.h"
#include "tests/support/teststore.h"

#include <QTest>

using namespace Gatehouse;

class TestAuditAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignTokenIsToldAtOnce()
    {
        AuditAlarms alarms;
        const auto found = alarms.take({entry(1, "client:a", "refused_foreign_token")});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().kind, AuditAlarms::Kind::ForeignToken);
        QCOMPARE(found.first().caller, QStringLiteral("client:a"));
        QCOMPARE(found.first().filter, QStringLiteral("outcome:refused_foreign_token actor:\"client:a\""));
    }

    void fiveUnknownTokensWithinAMinute()
    {
        AuditAlarms alarms;
        for (int i = 0; i < 4; ++i)
            QVERIFY(alarms.take({entry(i * 10'000, "client:a", "unknown_token")}).isEmpty());
        QVERIFY(alarms.take({entry(40'000, "client:b", "unknown_token")}).isEmpty()); // somebody else
        const auto found = alarms.take({entry(59'999, "client:a", "unknown_token")});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().kind, AuditAlarms::Kind::UnknownTokens);
        QCOMPARE(found.first().count, qsizetype(5));
    }

    void slowerOnesAreNoBurst()
    {
        AuditAlarms alarms;
        for (int i = 0; i < 20; ++i)
            QVERIFY(alarms.take({entry(i * 15'001, "client:a", "unknown_token")}).isEmpty());
    }

    void callersWithoutANameAreToldApartByAddress()
    {
        AuditAlarms alarms;
        QList<AuditAlarms::Entry> entries;
        for (int i = 0; i < 5; ++i)
            entries.append({i,
                            QStringLiteral("system"),
                            QStringLiteral("unknown_token"),
                            {},
                            QStringLiteral("192.0.2.%1").arg(i == 2 ? 9 : 1)});
        QVERIFY(alarms.take(entries).isEmpty());
        entries[2].address = entries[1].address;
        const auto found = AuditAlarms().take(entries);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().filter, QStringLiteral("outcome:unknown_token details:\"192.0.2.1\""));
    }

    void readsWhatMatters()
    {
        TestStore db;
        AuditEvent event;
        event.domainId = 1;
        event.actor = QStringLiteral("client:a");
        event.action = QStringLiteral("revocation");
        event.details = QStringLiteral("{\"source_ip\":\"192.0.2.1\"}");
        for (const char *outcome : {"revoked", "unknown_token", "refused_foreign_token", "already_inactive"}) {
            event.outcome = QString::fromLatin1(outcome);
            take(db->audit().append(event));
        }
        db.commit();
        const auto reader = db.reader();
        const AuditAlarms::News news = take(AuditAlarms::readAfter(*reader, 0));
        QCOMPARE(news.newest, Id(4));
        QCOMPARE(news.entries.size(), 2);
        QCOMPARE(news.entries.first().address, QStringLiteral("192.0.2.1"));
        QCOMPARE(take(AuditAlarms::newest(*reader)), Id(4));
        QVERIFY(take(AuditAlarms::readAfter(*reader, 4)).entries.isEmpty());
    }

private:
    static AuditAlarms::Entry entry(Timestamp at, const char *actor, const char *outcome)
    {
        return {at, QString::fromLatin1(actor), QString::fromLatin1(outcome), {}, {}};
    }
};

QTEST_GUILESS_MAIN(TestAuditAlarms)
#include "tst_auditalarms.moc"
