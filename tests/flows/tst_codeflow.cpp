#include "tests/flows/flowserver.h"
#include "tests/flows/socketclient.h"
#include "tests/server/pages/testbrowser.h"

#include <QTest>

using namespace Gatehouse;

using Fields = SocketClient::Fields;

static const QString Verifier = QStringLiteral("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
static const QString Challenge = QStringLiteral("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

/// Whole flows over a real socket, as a browser and a client see them; each as curl -d and as curl -F sends it.
class TestCodeFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loginToRevocation_data() { encodings(); }
    void loginToRevocation();
    void refreshRotatesAndReuseEndsTheFamily_data() { encodings(); }
    void refreshRotatesAndReuseEndsTheFamily();
    void publicClientWithPkce_data() { encodings(); }
    void publicClientWithPkce();
    void denial_data() { encodings(); }
    void denial();
    void replayedCodeEndsWhatItGave_data() { encodings(); }
    void replayedCodeEndsWhatItGave();
    void stylesheetOfThePages();

private:
    static void encodings();
    Response consentFor(SocketClient &browser, const QByteArray &query);
    QString approvedCode(SocketClient &browser, const QByteArray &query);
    Response redeem(SocketClient &client, const QString &code);
    QByteArray introspected(SocketClient &client, const QString &token);

    std::unique_ptr<FlowServer> m_server;
};

static Fields asWeb(const Fields &fields)
{
    return Fields {{QStringLiteral("client_id"), QStringLiteral("web")},
                   {QStringLiteral("client_secret"), QString::fromLatin1(FlowServer::Secret)}}
    + fields;
}

static const QByteArray WebQuery
    = "client_id=web&response_type=code&state=xyz&redirect_uri=http%3A%2F%2F127.0.0.1%3A9999%2Fcallback";

void TestCodeFlow::initTestCase()
{
    m_server = std::make_unique<FlowServer>();
}

void TestCodeFlow::encodings()
{
    QTest::addColumn<SocketClient::Encoding>("encoding");
    QTest::newRow("urlencoded") << SocketClient::Encoding::Form;
    QTest::newRow("multipart") << SocketClient::Encoding::Multipart;
}

/// From the application's link over the login form to the consent page.
Response TestCodeFlow::consentFor(SocketClient &browser, const QByteArray &query)
{
    const Response login = browser.get(browser.get("/oauth/authorize?" + query).header("Location"));
    Fields form = formFields(login);
    form.removeIf([](const auto &field) { return field.first == u"username" || field.first == u"password"; });
    form.append({QStringLiteral("username"), QString::fromLatin1(FlowServer::Email)});
    form.append({QStringLiteral("password"), QString::fromLatin1(FlowServer::Password)});
    return browser.get(browser.post("/login", form).header("Location"));
}

QString TestCodeFlow::approvedCode(SocketClient &browser, const QByteArray &query)
{
    Response response = consentFor(browser, query);
    if (response.status == 200)
        response = browser.post("/oauth/authorize", formFields(response));
    return answerIn(response).queryItemValue(QStringLiteral("code"));
}

Response TestCodeFlow::redeem(SocketClient &client, const QString &code)
{
    return client.post("/oauth/token",
                       asWeb({{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                              {QStringLiteral("code"), code},
                              {QStringLiteral("redirect_uri"), QString::fromLatin1(FlowServer::WebUri)}}));
}

QByteArray TestCodeFlow::introspected(SocketClient &client, const QString &token)
{
    return client.post("/oauth/introspect", asWeb({{QStringLiteral("token"), token}})).body;
}

void TestCodeFlow::loginToRevocation()
{
    QFETCH(SocketClient::Encoding, encoding);
    SocketClient browser(m_server->port(), encoding);
    SocketClient client(m_server->port(), encoding);
    const QString code = approvedCode(browser, WebQuery);
    QCOMPARE(code.size(), 43);

    const Response issued = redeem(client, code);
    QCOMPARE(issued.status, 200);
    QCOMPARE(issued.header("Cache-Control"), QByteArray("no-store"));
    const QString token = jsonIn(issued).value(u"access_token").toString();
    QCOMPARE(token.size(), 43);

    const QByteArray active = introspected(client, token);
    QVERIFY2(active.startsWith("{\"active\":true,"), active.constData());
    QVERIFY(active.contains(FlowServer::Email));

    const Response revoked = client.post("/oauth/revoke", asWeb({{QStringLiteral("token"), token}}));
    QCOMPARE(revoked.status, 200);
    QCOMPARE(introspected(client, token), QByteArray("{\"active\":false}"));
    const QString refresh = jsonIn(issued).value(u"refresh_token").toString();
    QCOMPARE(introspected(client, refresh), QByteArray("{\"active\":false}"));
}

void TestCodeFlow::refreshRotatesAndReuseEndsTheFamily()
{
    QFETCH(SocketClient::Encoding, encoding);
    SocketClient browser(m_server->port(), encoding);
    SocketClient client(m_server->port(), encoding);
    const auto refreshed = [&client](const QString &token) {
        return client.post("/oauth/token",
                           asWeb({{QStringLiteral("grant_type"), QStringLiteral("refresh_token")},
                                  {QStringLiteral("refresh_token"), token}}));
    };
    const QString first = jsonIn(redeem(client, approvedCode(browser, WebQuery))).value(u"refresh_token").toString();
    const Response second = refreshed(first);
    QCOMPARE(second.status, 200);
    const QString newer = jsonIn(second).value(u"access_token").toString();
    QVERIFY(introspected(client, newer).startsWith("{\"active\":true"));

    const Response reuse = refreshed(first);
    QCOMPARE(reuse.status, 400);
    QCOMPARE(jsonIn(reuse).value(u"error").toString(), QStringLiteral("invalid_grant"));
    QCOMPARE(introspected(client, newer), QByteArray("{\"active\":false}"));
    QCOMPARE(refreshed(jsonIn(second).value(u"refresh_token").toString()).status, 400);
}

void TestCodeFlow::publicClientWithPkce()
{
    QFETCH(SocketClient::Encoding, encoding);
    SocketClient browser(m_server->port(), encoding);
    SocketClient client(m_server->port(), encoding);
    const QByteArray query = "client_id=desktop&response_type=code&redirect_uri=http%3A%2F%2F127.0.0.1%3A51000%2Fcb"
                             "&code_challenge_method=S256&code_challenge="
        + Challenge.toLatin1();
    const auto redeemed = [&client](const QString &code, const QString &verifier) {
        return client.post("/oauth/token",
                           {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                            {QStringLiteral("client_id"), QStringLiteral("desktop")},
                            {QStringLiteral("code"), code},
                            {QStringLiteral("code_verifier"), verifier},
                            {QStringLiteral("redirect_uri"), QStringLiteral("http://127.0.0.1:51000/cb")}});
    };
    const QString code = approvedCode(browser, query);
    QCOMPARE(redeemed(code, Challenge).status, 400);
    QCOMPARE(redeemed(code, Verifier).status, 200); // a refused exchange does not use the code up
}

void TestCodeFlow::denial()
{
    QFETCH(SocketClient::Encoding, encoding);
    SocketClient browser(m_server->port(), encoding);
    const Response page = consentFor(browser, WebQuery + "&scope=write");
    const Response denied = browser.post("/oauth/authorize", formFields(page, QStringLiteral("delete")));
    QCOMPARE(targetOf(denied), QString::fromLatin1(FlowServer::WebUri));
    QCOMPARE(answerIn(denied).queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
    QCOMPARE(answerIn(denied).queryItemValue(QStringLiteral("state")), QStringLiteral("xyz"));
    QCOMPARE(answerIn(denied).queryItemValue(QStringLiteral("iss"), QUrl::FullyDecoded),
             QString::fromUtf8(m_server->origin()));
}

void TestCodeFlow::replayedCodeEndsWhatItGave()
{
    QFETCH(SocketClient::Encoding, encoding);
    SocketClient browser(m_server->port(), encoding);
    SocketClient client(m_server->port(), encoding);
    const QString code = approvedCode(browser, WebQuery);
    const QString token = jsonIn(redeem(client, code)).value(u"access_token").toString();
    const Response replay = redeem(client, code);
    QCOMPARE(replay.status, 400);
    QCOMPARE(jsonIn(replay).value(u"error").toString(), QStringLiteral("invalid_grant"));
    QCOMPARE(introspected(client, token), QByteArray("{\"active\":false}"));
}

void TestCodeFlow::stylesheetOfThePages()
{
    SocketClient browser(m_server->port());
    const Response sheet = browser.get("/assets/gatehouse.css");
    QCOMPARE(sheet.status, 200);
    QVERIFY(sheet.body.contains("prefers-color-scheme: dark"));
}

QTEST_GUILESS_MAIN(TestCodeFlow)
#include "tst_codeflow.moc"
