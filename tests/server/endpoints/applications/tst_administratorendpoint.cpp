#include "models/store/userstore.h"
#include "tests/server/endpoints/applications/administration.h"

#include <QTest>

using namespace Gatehouse;

/// Who gets at the routes of the applications, and what does not get further than that.
class TestAdministratorEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsSentToTheLoginPage_data();
    void nobodyIsSentToTheLoginPage();
    void signingInLeadsBack();
    void otherUsersAreRefused_data() { nobodyIsSentToTheLoginPage_data(); }
    void otherUsersAreRefused();
    void usernameMakesNoAdministrator();
    void openPagesAreForThisMachine_data();
    void openPagesAreForThisMachine();
    void formsNeedTheToken_data();
    void formsNeedTheToken();
    void otherSitesAreRefusedEvenWithoutProtection();
    void wrongMethods_data();
    void wrongMethods();
    void malformedRequests_data();
    void malformedRequests();
    void actorsAreNoted();
};

static const QString List = QStringLiteral("/oauth/applications");

void TestAdministratorEndpoint::nobodyIsSentToTheLoginPage_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, Method method, const char *path) {
        QTest::newRow(name) << int(method) << QString::fromLatin1(path);
    };
    row("list", Method::Get, "/oauth/applications");
    row("create", Method::Post, "/oauth/applications");
    row("new", Method::Get, "/oauth/applications/new");
    row("show", Method::Get, "/oauth/applications/1");
    row("show an unknown one", Method::Get, "/oauth/applications/99");
    row("edit", Method::Get, "/oauth/applications/1/edit");
    row("patch", Method::Patch, "/oauth/applications/1");
    row("put", Method::Put, "/oauth/applications/1");
    row("delete", Method::Delete, "/oauth/applications/1");
}

void TestAdministratorEndpoint::nobodyIsSentToTheLoginPage()
{
    QFETCH(int, method);
    QFETCH(QString, path);
    Administration browser(standardPolicy());
    browser.forgetCookies();
    const Response page = browser.send(Method(method), path, applicationFields({{"name", "X"}}));
    QCOMPARE(page.status, 302);
    QCOMPARE(targetOf(page), QString::fromLatin1(TestBrowser::Origin) + QStringLiteral("/login"));
    QCOMPARE(browser.program(Method(method), path).status, 302);
    QCOMPARE(browser.count("SELECT count(*) FROM oauth_applications"), 3);
    QCOMPARE(browser.count("SELECT count(*) FROM audit_events"), 0);
}

void TestAdministratorEndpoint::signingInLeadsBack()
{
    Administration browser(standardPolicy());
    browser.forgetCookies();
    const Response login = browser.follow(browser.get(QStringLiteral("/oauth/applications/1/edit")));
    const Response back = browser.submit(login, QStringLiteral("/login"),
                                         {{"username", QString::fromLatin1(TestBrowser::Email)},
                                          {"password", QString::fromLatin1(TestBrowser::Password)}});
    QVERIFY(targetOf(back).endsWith(QStringLiteral("/oauth/applications/1/edit")));
    QCOMPARE(browser.follow(back).status, 200);
}

void TestAdministratorEndpoint::otherUsersAreRefused()
{
    QFETCH(int, method);
    QFETCH(QString, path);
    Administration browser(standardPolicy());
    User user = browser.user();
    user.admin = false;
    take(browser.store()->users().update(user));
    const Response page = browser.send(Method(method), path, applicationFields({{"name", "X"}}));
    QCOMPARE(page.status, 403);
    QCOMPARE(page.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
    const Response json = browser.program(Method(method), path);
    QCOMPARE(json.status, 403);
    QCOMPARE(objectIn(json)["error"].toString(), QStringLiteral("access_denied"));
    QCOMPARE(browser.count("SELECT count(*) FROM oauth_applications"), 3);
}

void TestAdministratorEndpoint::usernameMakesNoAdministrator()
{
    Policy policy = openDoorkeeper();
    policy.adminPagesOpen = false;
    Administration browser(policy);
    browser.forgetCookies();
    QCOMPARE(browser.get(List, {{"username", QString::fromLatin1(TestBrowser::Email)}}).status, 302);
}

void TestAdministratorEndpoint::openPagesAreForThisMachine_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("loopback") << QStringLiteral("127.0.0.1") << QByteArray("127.0.0.1:6749") << 200;
    QTest::newRow("IPv6 loopback") << QStringLiteral("::1") << QByteArray("127.0.0.1:6749") << 200;
    QTest::newRow("neighbour") << QStringLiteral("192.168.1.7") << QByteArray("127.0.0.1:6749") << 302;
    QTest::newRow("through a proxy") << QStringLiteral("127.0.0.1") << QByteArray("auth.example.com") << 421;
}

void TestAdministratorEndpoint::openPagesAreForThisMachine()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, host);
    Administration browser;
    browser.peer = QHostAddress(peer);
    Request request;
    request.path = List.toLatin1();
    request.headers = {{"Host", host}};
    QTEST(browser.send(request).status, "status");
}

void TestAdministratorEndpoint::formsNeedTheToken_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("status");
    QTest::newRow("Rails' way") << QStringLiteral("doorkeeper") << 422;
    QTest::newRow("ours") << QStringLiteral("standard") << 403;
}

void TestAdministratorEndpoint::formsNeedTheToken()
{
    QFETCH(QString, profile);
    QFETCH(int, status);
    Policy policy = take(Policy::preset(profile));
    policy.forgeryProtection = true;
    Administration browser(policy);
    const QString one = List + QStringLiteral("/1");
    const TestBrowser::Fields fields = applicationFields({{"name", "X"}, {"redirect_uri", "https://a.example/"}});
    QCOMPARE(browser.post(List, fields).status, status);
    QCOMPARE(browser.remove(one, {}).status, status);
    const Response json = browser.sendJson(Method::Post, List, "{\"doorkeeper_application\":{\"name\":\"X\"}}");
    QCOMPARE(json.status, status);
    QCOMPARE(json.header("Content-Type"), QByteArray("application/json; charset=utf-8"));
    QCOMPARE(browser.sendJson(Method::Patch, one, "{}").status, status);
    QCOMPARE(browser.count("SELECT count(*) FROM oauth_applications"), 3);
    QCOMPARE(browser.send(Method::Post, List, fields).status, 302);
    QCOMPARE(browser.count("SELECT count(*) FROM oauth_applications"), 4);
}

void TestAdministratorEndpoint::otherSitesAreRefusedEvenWithoutProtection()
{
    Administration browser;
    browser.extraHeaders = {{"Origin", "https://evil.example.net"}};
    QCOMPARE(browser.remove(QStringLiteral("/oauth/applications/1"), {}).status, 422);
    browser.extraHeaders = {{"Sec-Fetch-Site", "cross-site"}};
    QCOMPARE(browser.remove(QStringLiteral("/oauth/applications/1"), {}).status, 422);
    QCOMPARE(browser.count("SELECT count(*) FROM oauth_applications"), 3);
}

void TestAdministratorEndpoint::wrongMethods_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, Method method, const char *path) {
        QTest::newRow(name) << int(method) << QString::fromLatin1(path);
    };
    row("PUT list", Method::Put, "/oauth/applications");
    row("DELETE list", Method::Delete, "/oauth/applications");
    row("POST new", Method::Post, "/oauth/applications/new");
    row("POST one", Method::Post, "/oauth/applications/1");
    row("POST edit", Method::Post, "/oauth/applications/1/edit");
    row("DELETE edit", Method::Delete, "/oauth/applications/1/edit");
    row("POST authorized", Method::Post, "/oauth/authorized_applications");
    row("GET one authorized", Method::Get, "/oauth/authorized_applications/1");
    row("PATCH one authorized", Method::Patch, "/oauth/authorized_applications/1");
}

void TestAdministratorEndpoint::wrongMethods()
{
    QFETCH(int, method);
    QFETCH(QString, path);
    Administration doorkeeper;
    QCOMPARE(doorkeeper.send(Method(method), path).status, 404);
    const QJsonObject words {{QStringLiteral("status"), 404}, {QStringLiteral("error"), QStringLiteral("Not Found")}};
    QCOMPARE(objectIn(doorkeeper.program(Method(method), path)), words);
    Administration standard(standardPolicy());
    const Response response = standard.send(Method(method), path);
    QCOMPARE(response.status, 405);
    QVERIFY(!response.header("Allow").isEmpty());
    // What a form means, not what it is sent by.
    QCOMPARE(standard.send(Method::Post, List, {{"_method", "delete"}}).status, 405);
    QCOMPARE(standard.count("SELECT count(*) FROM oauth_applications"), 3);
}

void TestAdministratorEndpoint::malformedRequests_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray form("application/x-www-form-urlencoded");
    const auto row
        = [](const char *name, const QByteArray &type, const QByteArray &body) { QTest::newRow(name) << type << body; };
    row("nothing", form, "");
    row("other parameters", form, "name=X&redirect_uri=https://a.example/");
    row("the root as a text", form, "doorkeeper_application=X");
    row("repeated name", form, "doorkeeper_application[name]=X&doorkeeper_application[name]=Y");
    row("not UTF-8", form, "doorkeeper_application[name]=%ff");
    row("NUL", form, "doorkeeper_application[name]=%00");
    row("too many", form, QByteArray("doorkeeper_application[x][]=1&").repeated(201));
    row("broken JSON", "application/json", "{\"doorkeeper_application\":");
    row("empty JSON", "application/json", "{}");
    row("JSON of another shape", "application/json", "{\"doorkeeper_application\":\"X\"}");
    row("unknown type", "text/plain", "doorkeeper_application[name]=X");
}

void TestAdministratorEndpoint::malformedRequests()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    Administration browser;
    for (const auto &[method, path] : {std::pair(Method::Post, List), std::pair(Method::Patch, QString(List + "/1"))}) {
        Request request;
        request.method = method;
        request.path = path.toLatin1();
        request.headers = {{"Content-Type", type}};
        request.body = body;
        QCOMPARE(browser.send(request).status, 400);
        request.headers.append({QByteArray("Accept"), QByteArray("application/json")});
        const Response json = browser.send(request);
        QCOMPARE(json.status, 400);
        QCOMPARE(objectIn(json)["error"].toString(), QStringLiteral("Bad Request"));
    }
    QCOMPARE(browser.count("SELECT count(*) FROM audit_events"), 0);
}

void TestAdministratorEndpoint::actorsAreNoted()
{
    Administration anybody;
    anybody.send(Method::Delete, List + QStringLiteral("/1"));
    QCOMPARE(anybody.count("SELECT count(*) FROM audit_events WHERE actor = 'anybody'"
                           " AND action = 'application.deleted' AND subject = 'application:1'"),
             1);
    Administration known(standardPolicy());
    known.send(Method::Delete, List + QStringLiteral("/1"));
    QCOMPARE(known.count("SELECT count(*) FROM audit_events WHERE actor = 'user:ada@example.com'"), 1);
}

QTEST_GUILESS_MAIN(TestAdministratorEndpoint)
#include "tst_administratorendpoint.moc"
