#include "tests/ui/consolefixture.h"
#include "ui/widgets/throttlenotice.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSqlQuery>
#include <QStringBuilder>
#include <QTest>

using namespace Gatehouse;

class TestThrottleNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wrongSecretsAreSaidAndUnblocked();
    void closingLastsUntilSomebodyElseIsHeldBack();
    void itGoesWhenAllAreFree();

private:
    int introspect(const QString &client, const QString &secret);
    void guess(const QString &client);
    QPushButton *button();

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<ThrottleNotice> m_notice;
};

void TestThrottleNotice::init()
{
    m_notice.reset();
    m_fixture = std::make_unique<ConsoleFixture>();
    m_fixture->addApplication(QStringLiteral("web"));
    m_fixture->addApplication(QStringLiteral("other"));
    ServerSettings settings = m_fixture->server().settings();
    settings.port = 0;
    m_fixture->server().setSettings(settings);
    m_fixture->server().start();
    QTRY_COMPARE(m_fixture->server().state(), ServerController::State::Running);
    m_notice = std::make_unique<ThrottleNotice>(m_fixture->server(), m_fixture->clock());
}

/// Answers the status.
int TestThrottleNotice::introspect(const QString &client, const QString &secret)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_fixture->server().issuer() + QStringLiteral("/oauth/introspect")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    request.setRawHeader("Authorization", "Basic " + QString(client % u':' % secret).toUtf8().toBase64());
    const std::unique_ptr<QNetworkReply> reply(network.post(request, "token=a"));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10'000))
        return 0;
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

void TestThrottleNotice::guess(const QString &client)
{
    for (int guess = 0; guess < 30; ++guess)
        QCOMPARE(introspect(client, QStringLiteral("guess")), 401);
    QCOMPARE(introspect(client, QStringLiteral("%1-secret").arg(client)), 429);
}

QPushButton *TestThrottleNotice::button()
{
    for (QPushButton *each : m_notice->findChildren<QPushButton *>()) {
        if (!each->isHidden())
            return each;
    }
    return nullptr;
}

void TestThrottleNotice::wrongSecretsAreSaidAndUnblocked()
{
    QVERIFY(m_notice->isHidden());
    guess(QStringLiteral("web"));
    QTRY_VERIFY(!m_notice->isHidden());
    QVERIFY2(m_notice->sentence().startsWith(QLatin1String("The client web@127.0.0.1 is held back until ")),
             qPrintable(m_notice->sentence()));
    guess(QStringLiteral("other"));
    QTRY_VERIFY(m_notice->sentence().startsWith(QLatin1String("2 are held back")));
    QCOMPARE(introspect(QStringLiteral("web"), QStringLiteral("web-secret")), 429);
    button()->click();
    QTRY_VERIFY(m_fixture->server().throttled().isEmpty());
    QVERIFY(m_notice->isHidden());
    QCOMPARE(introspect(QStringLiteral("web"), QStringLiteral("web-secret")), 200);
    QCOMPARE(introspect(QStringLiteral("other"), QStringLiteral("other-secret")), 200);
    const QStringList noted = take(m_fixture->run([](Store &store) -> Result<QStringList> {
        QStringList events;
        const auto done = store.connection().read(
            QStringLiteral("SELECT actor || ' ' || action FROM audit_events WHERE action LIKE 'throttle%' ORDER BY id"),
            [&events](const QSqlQuery &query) { events.append(query.value(0).toString()); });
        return done ? Result<QStringList>(events) : Result<QStringList>(done.error());
    }));
    const QStringList expected {QStringLiteral("system throttled"), QStringLiteral("system throttled"),
                                QStringLiteral("console throttle.lifted"), QStringLiteral("console throttle.lifted")};
    QCOMPARE(noted, expected);
}

void TestThrottleNotice::closingLastsUntilSomebodyElseIsHeldBack()
{
    guess(QStringLiteral("web"));
    QTRY_VERIFY(!m_notice->isHidden());
    m_notice->clear();
    m_fixture->clock().advance(31'000);
    QCOMPARE(introspect(QStringLiteral("web"), QStringLiteral("web-secret")), 200);
    guess(QStringLiteral("other"));
    QTRY_VERIFY(!m_notice->isHidden());
    QVERIFY(m_notice->sentence().startsWith(QLatin1String("The client other@")));
}

void TestThrottleNotice::itGoesWhenAllAreFree()
{
    guess(QStringLiteral("web"));
    QTRY_VERIFY(!m_notice->isHidden());
    m_fixture->clock().advance(31'000);
    guess(QStringLiteral("other"));
    QTRY_VERIFY(m_notice->sentence().startsWith(QLatin1String("The client other@")));
    m_fixture->server().stop();
    QTRY_VERIFY(m_notice->isHidden());
}

QTEST_MAIN(TestThrottleNotice)
#include "tst_throttlenotice.moc"
