#include "models/lineage/lineageof.h"

#include "models/store/auditstore.h"
#include "models/store/exchangestore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/sessionstore.h"
#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"

#include <QTest>

using namespace Gatehouse;

using Kind = LineageStep::Kind;

class TestLineage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_db = std::make_unique<TestStore>();
        m_pairs = 0;
        m_events = 0;
    }

    void loginCodeAndThreeRotations()
    {
        addLoginAndCode();
        const Id first = addPair(0);
        const Id second = rotate(first);
        const Id third = rotate(second);
        const Id fourth = rotate(third);
        for (Id token : {first, third, fourth}) {
            const Lineage lineage = of(token);
            QCOMPARE(shape(lineage),
                     QStringLiteral("login active, code used, refresh 1 rotated, access 1 active, refresh 2 rotated,"
                                    " access 2 active, refresh 3 rotated, access 3 active, refresh 4 active,"
                                    " access 4 active"));
            QCOMPARE(lineage.family, m_family.id);
        }
        const Lineage lineage = of(first);
        QCOMPARE(lineage.steps.first().name, QStringLiteral("user@example.com"));
        QCOMPARE(lineage.steps.at(1).usedAt, m_db->now() - 3000);
        QCOMPARE(lineage.steps.at(2).usedAt, m_db->now() - 2000);
        QCOMPARE(take(lineageOfCode(**m_db, m_code.id)), std::optional(lineage));
    }

    void requestsAreToldWhereTheyAreRecorded()
    {
        addLoginAndCode();
        Exchange exchange;
        exchange.id = 77;
        exchange.method = "POST";
        exchange.path = QStringLiteral("/oauth/token");
        exchange.peer = QStringLiteral("192.0.2.1");
        exchange.status = 200;
        take((*m_db)->exchanges().append({exchange}));
        const Id token = addPair(0, 77);
        const Lineage lineage = of(token);
        QVERIFY(!lineage.steps.at(1).request); // the code's was not recorded
        const LineageRequest request = lineage.steps.last().request.value();
        QCOMPARE(request.method, QStringLiteral("POST"));
        QCOMPARE(request.path, QStringLiteral("/oauth/token"));
        QCOMPARE(request.status, 200);
        QCOMPARE(request.peer, QStringLiteral("192.0.2.1"));
    }

    void reuseEndsTheFamily()
    {
        addLoginAndCode();
        const Id second = rotate(addPair(0));
        note("token.reuse_detected", QStringLiteral("family:%1").arg(m_family.id));
        note("token.reuse_detected", QStringLiteral("family:%1").arg(m_family.id + 1)); // another one's
        (void)take((*m_db)->families().end(m_family.id, QStringLiteral("reuse"), m_db->now()));
        const Lineage lineage = of(second);
        QCOMPARE(lineage.familyEndReason, QStringLiteral("reuse"));
        QCOMPARE(lineage.misuses.size(), 1);
        QCOMPARE(lineage.misuses.first().action, QStringLiteral("token.reuse_detected"));
        QCOMPARE(shape(lineage),
                 QStringLiteral("login active, code used, refresh 1 revoked, access 1 revoked, refresh 2 revoked,"
                                " access 2 revoked"));
        QCOMPARE(lineage.steps.at(2).usedAt, m_db->now()); // told still
    }

    void replayedCode()
    {
        addLoginAndCode();
        const Id token = addPair(0);
        take((*m_db)->grants().noteReplay(m_code.id, m_db->now() + 5));
        note("grant.replayed", QStringLiteral("grant:%1").arg(m_code.id));
        (void)take((*m_db)->tokens().revokeIssuedFrom(m_code.id, m_db->now()));
        const Lineage lineage = of(token);
        QCOMPARE(lineage.replayedAt, m_db->now() + 5);
        QCOMPARE(lineage.misuses.size(), 1);
        QCOMPARE(shape(lineage), QStringLiteral("login active, code used, refresh 1 revoked, access 1 revoked"));
    }

    void oneHalfAlone()
    {
        addLoginAndCode();
        const Id first = addPair(0);
        const Id second = rotate(first);
        const Id event = note("revocation", QStringLiteral("token:%1").arg(first), "revoked");
        execute("UPDATE oauth_access_tokens SET access_revoked_at = 50, revocation_id = %1 WHERE id = %2", event,
                first);
        execute("UPDATE oauth_access_tokens SET refresh_revoked_at = 60 WHERE id = %1", second);
        const Lineage lineage = of(first);
        QCOMPARE(shape(lineage),
                 QStringLiteral("login active, code used, refresh 1 rotated, access 1 revoked, refresh 2 revoked,"
                                " access 2 active"));
        const LineageStep &access = lineage.steps.at(3);
        QVERIFY(access.endedAlone);
        QCOMPARE(access.endedAt, Timestamp(50));
        QCOMPARE(access.end->id, event);
        QCOMPARE(access.end->outcome, QStringLiteral("revoked"));
        QCOMPARE(access.end->reason, QStringLiteral("lost phone"));
        QCOMPARE(access.end->level, QStringLiteral("NONE"));
        QCOMPARE(access.end->application, QStringLiteral("client"));
        QVERIFY(!lineage.steps.at(2).end); // its half lives
        QVERIFY(lineage.steps.at(4).endedAlone);
        QVERIFY(!lineage.steps.at(4).end);
    }

    void anEventTellsOfTheHalfThatItEnded()
    {
        addLoginAndCode();
        const Id token = addPair(0);
        const Id event = note("revocation", QStringLiteral("token:%1").arg(token), "revoked");
        execute("UPDATE oauth_access_tokens SET access_revoked_at = %1, revocation_id = %2 WHERE id = %3", m_db->now(),
                event, token);
        m_db->clock().advance(60'000);
        (void)take((*m_db)->families().end(m_family.id, QStringLiteral("reuse"), m_db->now()));
        const Lineage lineage = of(token);
        QVERIFY(lineage.steps.last().end);
        QVERIFY(lineage.steps.last().endedAlone);
        const LineageStep &refresh = lineage.steps.at(2);
        QCOMPARE(refresh.endedAt, m_db->now());
        QVERIFY(!refresh.end);
        QVERIFY(!refresh.endedAlone);
    }

    void whatHasNoOrigin()
    {
        const AccessToken token = m_db->addToken(QStringLiteral("alone"));
        QCOMPARE(shape(of(token.id)), QStringLiteral("access 1 active"));
        QVERIFY(!take(lineageOf(**m_db, token.id + 1)));
        QVERIFY(!take(lineageOfCode(**m_db, 1)));
        m_code = m_db->addGrant(QStringLiteral("code"));
        QCOMPARE(shape(*take(lineageOfCode(**m_db, m_code.id))), QStringLiteral("code active"));
        QVERIFY(take((*m_db)->grants().revoke(QList<Id> {m_code.id}, m_db->now())) == 1);
        QCOMPARE(shape(*take(lineageOfCode(**m_db, m_code.id))), QStringLiteral("code revoked"));
    }

    void signOutIsTold()
    {
        addLoginAndCode();
        const Id token = addPair(0);
        take((*m_db)->sessions().end(m_session.id, m_db->now()));
        QVERIFY(shape(of(token)).startsWith(QLatin1String("login revoked, code used")));
    }

    void aLongFamilyShowsItsNewest()
    {
        addLoginAndCode();
        Id token = addPair(0);
        for (int i = 0; i < Lineage::MaxPairs + 9; ++i)
            token = rotate(token);
        const Lineage lineage = of(token);
        QCOMPARE(lineage.omittedPairs, qint64(10));
        QCOMPARE(lineage.steps.last().id, token);
        QCOMPARE(lineage.steps.last().generation, Lineage::MaxPairs + 10);
        QCOMPARE(lineage.steps.at(2).generation, 11);
    }

private:
    void addLoginAndCode()
    {
        BrowserSession session;
        session.domainId = 1;
        session.userId = m_db->user().id;
        session.token = QStringLiteral("cookie");
        session.createdAt = m_db->now() - 1000;
        m_session = take((*m_db)->sessions().insert(session));
        m_code = m_db->addGrant(QStringLiteral("code"));
        execute("UPDATE oauth_access_grants SET session_id = %1 WHERE id = %2", m_session.id, m_code.id);
        (void)take((*m_db)->grants().redeem(m_code.id, m_db->now()));
        TokenFamily family;
        family.domainId = 1;
        family.grantId = m_code.id;
        family.createdAt = m_db->now();
        m_family = take((*m_db)->families().insert(family));
    }

    Id addPair(Id parent, Id exchange = 0)
    {
        const QString name = QString::number(++m_pairs);
        AccessToken pair = m_db->newToken(u"access" + name, u"refresh" + name);
        pair.grantId = parent ? 0 : m_code.id;
        pair.familyId = m_family.id;
        pair.parentId = parent;
        pair.exchangeId = exchange;
        return take((*m_db)->tokens().insert(pair)).id;
    }

    Id rotate(Id parent)
    {
        m_db->clock().advance(1000);
        [&] { QVERIFY(take((*m_db)->tokens().useRefreshToken(parent, m_db->now()))); }();
        return addPair(parent);
    }

    Id note(const char *action, const QString &subject, const char *outcome = "")
    {
        AuditEvent event;
        event.domainId = 1;
        event.at = m_db->now();
        event.actor = QStringLiteral("client:client");
        event.action = QString::fromLatin1(action);
        event.subject = subject;
        event.outcome = QString::fromLatin1(outcome);
        event.reason = QStringLiteral("lost phone");
        event.details = QStringLiteral("{\"level\":\"NONE\"}");
        take((*m_db)->audit().append(event));
        return ++m_events;
    }

    template<class... Values> void execute(const char *sql, const Values &...values)
    {
        m_db->commit();
        take((*m_db)->connection().execute(QString::fromLatin1(sql).arg(QString::number(values)...)));
    }

    Lineage of(Id token)
    {
        const std::optional<Lineage> found = take(lineageOf(**m_db, token));
        return found ? *found : Lineage();
    }

    static QString wordOf(const LineageStep &step)
    {
        if (step.kind == Kind::Code && step.usedAt)
            return QStringLiteral("used");
        switch (step.activity) {
        case Activity::Active:
            return QStringLiteral("active");
        case Activity::Revoked:
            return QStringLiteral("revoked");
        case Activity::RotatedOut:
            return QStringLiteral("rotated");
        default:
            return QStringLiteral("?");
        }
    }

    static QString shape(const Lineage &lineage)
    {
        static const char *const names[] = {"login", "code", "refresh", "access"};
        QStringList steps;
        for (const LineageStep &step : lineage.steps) {
            const QString number = step.generation ? QStringLiteral(" %1").arg(step.generation) : QString();
            steps.append(QLatin1String(names[int(step.kind)]) + number + u' ' + wordOf(step));
        }
        return steps.join(QLatin1String(", "));
    }

    std::unique_ptr<TestStore> m_db;
    BrowserSession m_session;
    AccessGrant m_code;
    TokenFamily m_family;
    int m_pairs = 0;
    Id m_events = 0;
};

QTEST_GUILESS_MAIN(TestLineage)
#include "tst_lineage.moc"
