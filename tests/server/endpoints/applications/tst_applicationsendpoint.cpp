#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "tests/server/endpoints/applications/administration.h"

#include <QRegularExpression>
#include <QTest>

using namespace Gatehouse;

/// GET and POST /oauth/applications, and the empty form.
class TestApplicationsEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listShowsEachInItsRow();
    void listIsEmptyForPrograms();
    void listIsFilledForProgramsByTheRfc();
    void formats_data();
    void formats();
    void createsFromTheForm();
    void createsFromJson();
    void createsByTheRfc();
    void whatTheFormDoesNotHaveCannotBeSet();
    void checkBoxComesTwice_data();
    void checkBoxComesTwice();
    void refusals_data();
    void refusals();
    void refusalsByTheRfc();
    void arraysAreNotPermitted();
    void formComesAgainWithItsProblems();
    void formKeepsWhatWasTyped();
    void hostileNamesAreTexts();
    void secretsAreDigests();
    void secretsAreReadableWhereThePolicySaysSo();
    void noticeIsForOneBrowser();
    void noticeGrowsOld();
};

static const QString List = QStringLiteral("/oauth/applications");

static TestBrowser::Fields fresh()
{
    return applicationFields({{"name", "Fresh"}, {"redirect_uri", "https://fresh.example/cb"}, {"scopes", "read"}});
}

void TestApplicationsEndpoint::listShowsEachInItsRow()
{
    Administration browser;
    const QString page = QString::fromUtf8(browser.get(List).body);
    const QString row = QStringLiteral("<tr id=\"application_%1\">\\s*<td><a href=\"/oauth/applications/%1\">"
                                       "Application web</a></td>\\s*<td>http://127.0.0.1:9999/callback</td>"
                                       ".*<a href=\"/oauth/applications/%1/edit\".*"
                                       "<form method=\"post\" action=\"/oauth/applications/%1\">.*value=\"delete\"")
                            .arg(browser.web().id);
    QVERIFY(page.contains(QRegularExpression(row, QRegularExpression::DotMatchesEverythingOption)));
    QVERIFY(page.indexOf(QLatin1String("Application web")) < page.indexOf(QLatin1String("Application desktop")));
    QVERIFY(!page.contains(QLatin1String("class=\"alert")));
}

void TestApplicationsEndpoint::listIsEmptyForPrograms()
{
    Administration browser;
    const Response response = browser.program(Method::Get, List);
    QCOMPARE(response.status, 204);
    QVERIFY(response.body.isEmpty());
}

void TestApplicationsEndpoint::listIsFilledForProgramsByTheRfc()
{
    Administration browser(standardPolicy());
    const QJsonArray list = arrayIn(browser.program(Method::Get, List));
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[1]["uid"].toString(), QStringLiteral("web"));
    QVERIFY(!list[1].toObject().contains(QLatin1String("secret")));
}

void TestApplicationsEndpoint::formats_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("accept");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QString &path, const QByteArray &accept, int status) {
        QTest::newRow(name) << path << accept << status;
    };
    row("nothing", List, {}, 200);
    row("curl", List, "*/*", 200);
    row("browser", List, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 200);
    row("JSON", List, "application/json", 204);
    row("JSON first", List, "application/json, text/html;q=0.5", 204);
    row("page first", List, "application/json;q=0.5, text/html", 200);
    row("JSON or anything, as browsers' scripts say", List, "application/json, */*", 200);
    row("suffix", List + QStringLiteral(".json"), {}, 204);
    row("suffix of the page", List + QStringLiteral(".html"), "application/json", 200);
    row("slash", List + QStringLiteral("/"), {}, 200);
    row("JSON form", List + QStringLiteral("/new"), "application/json", 406);
    row("JSON form of one", List + QStringLiteral("/1/edit"), "application/json", 406);
}

void TestApplicationsEndpoint::formats()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, accept);
    Administration browser;
    QTEST(browser.send(Method::Get, path, {}, accept).status, "status");
}

void TestApplicationsEndpoint::createsFromTheForm()
{
    Administration browser(standardPolicy());
    const Response form = browser.get(List + QStringLiteral("/new"));
    QCOMPARE(form.status, 200);
    const Response created = browser.submit(form, List, fresh());
    QCOMPARE(created.status, 302);
    const std::optional<Application> application = browser.stored(idIn(created));
    QVERIFY(application);
    QCOMPARE(application->name, QStringLiteral("Fresh"));
    QCOMPARE(application->redirectUri, QStringLiteral("https://fresh.example/cb"));
    QCOMPARE(application->scopes, QStringLiteral("read"));
    const Response page = browser.follow(created);
    QVERIFY(page.body.contains("Application created."));
    QVERIFY(verifyGeneratedSecret(application->secret, codeIn(page, QStringLiteral("secret"))));
    const Response again = browser.follow(created);
    QVERIFY(!again.body.contains("Application created."));
    QCOMPARE(codeIn(again, QStringLiteral("secret")), QStringLiteral("Secret hashed"));
}

void TestApplicationsEndpoint::createsFromJson()
{
    Administration browser;
    const Response created = browser.sendJson(
        Method::Post, List,
        R"({"doorkeeper_application":{"name":"J","redirect_uri":"https://a.example/1\nhttps://a.example/2\r\nmyapp://x",)"
        R"("scopes":"read  read write","confidential":false}})");
    QCOMPARE(created.status, 200);
    const QJsonObject json = objectIn(created);
    const std::optional<Application> application = browser.stored(json["id"].toInteger());
    QVERIFY(application);
    QCOMPARE(json["uid"].toString(), application->uid);
    QVERIFY(verifyGeneratedSecret(application->secret, json["secret"].toString()));
    QCOMPARE(json["redirect_uri"].toString(), QStringLiteral("https://a.example/1\nhttps://a.example/2\r\nmyapp://x"));
    QCOMPARE(application->redirectUris().size(), 3);
    QCOMPARE(json["scopes"].toArray(), QJsonArray({QStringLiteral("read"), QStringLiteral("write")}));
    QCOMPARE(json["confidential"].toBool(true), false);
    QCOMPARE(json["created_at"].toString(), QStringLiteral("2023-11-14T22:13:20.000Z"));
    QCOMPARE(json.size(), 9);
    QCOMPARE(browser.count("SELECT count(*) FROM audit_events WHERE action = 'application.created'"), 1);
}

void TestApplicationsEndpoint::createsByTheRfc()
{
    Administration browser(standardPolicy());
    const Response confidential = browser.program(Method::Post, List, fresh());
    QCOMPARE(confidential.status, 201);
    QVERIFY(confidential.header("Location").startsWith("/oauth/applications/"));
    QCOMPARE(objectIn(confidential)["secret"].toString().size(), 43);
    const Response open = browser.program(Method::Post, List, fresh() + applicationFields({{"confidential", "0"}}));
    QVERIFY(objectIn(open)["secret"].isNull());
    QVERIFY(browser.stored(objectIn(open)["id"].toInteger())->secret.isEmpty());
}

void TestApplicationsEndpoint::whatTheFormDoesNotHaveCannotBeSet()
{
    Administration browser;
    const Response created = browser.program(
        Method::Post, List,
        fresh() + applicationFields({{"uid", "mine"}, {"secret", "mine"}, {"id", "99"}, {"trusted", "1"}}));
    QCOMPARE(created.status, 200);
    QVERIFY(!created.body.contains("\"mine\""));
    const std::optional<Application> application = browser.stored(objectIn(created)["id"].toInteger());
    QVERIFY(application && application->id != 99 && !application->trusted);
}

void TestApplicationsEndpoint::checkBoxComesTwice_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<bool>("confidential");
    QTest::newRow("not sent") << QStringList() << true;
    QTest::newRow("ticked") << QStringList {"0", "1"} << true;
    QTest::newRow("not ticked") << QStringList {"0"} << false;
    QTest::newRow("word") << QStringList {"false"} << false;
    QTest::newRow("off") << QStringList {"OFF"} << false;
    QTest::newRow("empty") << QStringList {""} << true;
    QTest::newRow("other") << QStringList {"no"} << true; // Rails takes it for yes
}

void TestApplicationsEndpoint::checkBoxComesTwice()
{
    QFETCH(QStringList, values);
    Administration browser;
    TestBrowser::Fields fields = fresh();
    for (const QString &value : values)
        fields += applicationFields({{"confidential", value}});
    const QJsonObject created = objectIn(browser.program(Method::Post, List, fields));
    QTEST(created["confidential"].toBool(), "confidential");
}

void TestApplicationsEndpoint::refusals_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("uri");
    QTest::addColumn<QStringList>("errors");
    const auto row = [](const char *tag, const QString &name, const char *uri, const QStringList &errors) {
        QTest::newRow(tag) << name << QString::fromLatin1(uri) << errors;
    };
    row("blank name", " ", "https://a.example/", {"Name can't be blank"});
    row("long name", QString(256, u'x'), "https://a.example/", {"Name is too long (maximum is 255 characters)"});
    row("everything", "", "", {"Name can't be blank", "Redirect URI can't be blank"});
    row("forbidden", "X", "javascript://alert/1", {"Redirect URI is forbidden by the server."});
    row("fragment", "X", "https://a.example/#x", {"Redirect URI cannot contain a fragment."});
    row("opaque", "X", "mailto:a@example.com", {"Redirect URI must specify a scheme."});
    row("relative", "X", "a.example.com/cb", {"Redirect URI must be an absolute URI."});
    row("plain", "X", "https://a.example\nhttp://b.example", {"Redirect URI must be an HTTPS/SSL URI."});
    row("malformed", "X", "https://a b/[", {"Redirect URI must be a valid URI."});
    row("two at once", "X", "http://a.example/#x",
        {"Redirect URI cannot contain a fragment.", "Redirect URI must be an HTTPS/SSL URI."});
}

void TestApplicationsEndpoint::refusals()
{
    QFETCH(QString, name);
    QFETCH(QString, uri);
    Administration browser;
    const TestBrowser::Fields fields = applicationFields({{"name", name}, {"redirect_uri", uri}});
    const Response json = browser.program(Method::Post, List, fields);
    QCOMPARE(json.status, 422);
    QStringList errors;
    for (const QJsonValue &error : objectIn(json)["errors"].toArray())
        errors.append(error.toString());
    QTEST(errors, "errors");
    const Response page = browser.send(Method::Post, List, fields);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("Whoops! Check your form for possible errors"));
    QCOMPARE(browser.count("SELECT count(*) FROM oauth_applications"), 3);
}

void TestApplicationsEndpoint::refusalsByTheRfc()
{
    Administration browser(standardPolicy());
    const TestBrowser::Fields noName = applicationFields({{"name", ""}, {"redirect_uri", "https://a.example/"}});
    const Response metadata = browser.program(Method::Post, List, noName);
    QCOMPARE(metadata.status, 400);
    QCOMPARE(objectIn(metadata)["error"].toString(), QStringLiteral("invalid_client_metadata"));
    const Response address
        = browser.program(Method::Post, List, applicationFields({{"name", "X"}, {"redirect_uri", "/cb"}}));
    QCOMPARE(address.status, 400);
    QCOMPARE(objectIn(address)["error"].toString(), QStringLiteral("invalid_redirect_uri"));
    QCOMPARE(browser.send(Method::Post, List, noName).status, 422);
}

void TestApplicationsEndpoint::arraysAreNotPermitted()
{
    Administration browser;
    const Response response = browser.sendJson(
        Method::Post, List,
        R"({"doorkeeper_application":{"name":"Arr","redirect_uri":["https://a.example/1","https://a.example/2"]}})");
    QCOMPARE(response.status, 422);
    QCOMPARE(objectIn(response)["errors"].toArray(), QJsonArray {QStringLiteral("Redirect URI can't be blank")});
}

void TestApplicationsEndpoint::formComesAgainWithItsProblems()
{
    Administration browser;
    const Response page
        = browser.send(Method::Post, List, applicationFields({{"name", ""}, {"redirect_uri", "http://a.example/<b>"}}));
    QVERIFY(page.body.contains("id=\"name_problem\""));
    QVERIFY(page.body.contains("id=\"uri_problem\""));
    QVERIFY(!page.body.contains("id=\"scopes_problem\""));
    QVERIFY(!page.body.contains("<b>"));
    QCOMPARE(page.body.count("aria-invalid"), 2);
}

void TestApplicationsEndpoint::formKeepsWhatWasTyped()
{
    Administration browser;
    const Response page = browser.send(
        Method::Post, List,
        applicationFields({{"name", "A \"B\""}, {"redirect_uri", "\nx"}, {"confidential", "0"}, {"scopes", "read"}}));
    const TestBrowser::Fields fields = formFields(page);
    QVERIFY(fields.contains({QStringLiteral("doorkeeper_application[name]"), QStringLiteral("A \"B\"")}));
    QVERIFY(fields.contains({QStringLiteral("doorkeeper_application[scopes]"), QStringLiteral("read")}));
    QVERIFY(page.body.contains(">\n\nx</textarea>"));
    QVERIFY(!page.body.contains(" checked"));
}

void TestApplicationsEndpoint::hostileNamesAreTexts()
{
    Administration browser;
    const QString name = QStringLiteral("</title><script>alert(1)</script>\"'&{{formToken}}");
    const Response created
        = browser.send(Method::Post, List, applicationFields({{"name", name}, {"redirect_uri", "x:/'\"<>"}}));
    QCOMPARE(created.status, 200);
    const Response stored
        = browser.send(Method::Post, List, applicationFields({{"name", name}, {"redirect_uri", "x:/'()*"}}));
    QCOMPARE(stored.status, 302);
    const QString one = List + QStringLiteral("/%1").arg(idIn(stored));
    for (const QString &path : {List, one, QString(one + QStringLiteral("/edit"))}) {
        const Response page = browser.get(path);
        QCOMPARE(page.status, 200);
        QVERIFY2(!page.body.contains("<script"), qPrintable(path));
        QVERIFY2(page.body.contains("{{formToken}}"), qPrintable(path));
        QVERIFY(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
    }
}

void TestApplicationsEndpoint::secretsAreDigests()
{
    Administration browser;
    const QJsonObject json = objectIn(browser.program(Method::Post, List, fresh()));
    const std::optional<Application> application = browser.stored(json["id"].toInteger());
    QVERIFY(!application->secret.contains(json["secret"].toString()));
    const QString one = List + QStringLiteral("/%1").arg(application->id);
    QVERIFY(objectIn(browser.program(Method::Get, one))["secret"].isNull());
}

void TestApplicationsEndpoint::secretsAreReadableWhereThePolicySaysSo()
{
    Policy policy = openDoorkeeper();
    policy.plainStorage = true;
    Administration browser(policy);
    const QJsonObject json = objectIn(browser.program(Method::Post, List, fresh()));
    const QString one = List + QStringLiteral("/%1").arg(json["id"].toInteger());
    QCOMPARE(objectIn(browser.program(Method::Get, one))["secret"], json["secret"]);
    QCOMPARE(codeIn(browser.get(one), QStringLiteral("secret")), json["secret"].toString());
    const Response token = browser.post(QStringLiteral("/oauth/token"),
                                        {{"grant_type", "client_credentials"},
                                         {"scope", "read"},
                                         {"client_id", json["uid"].toString()},
                                         {"client_secret", json["secret"].toString()}});
    QCOMPARE(token.status, 200);
}

void TestApplicationsEndpoint::noticeIsForOneBrowser()
{
    Administration browser;
    const Response created = browser.send(Method::Post, List, fresh());
    browser.forgetCookies();
    const Response page = browser.follow(created);
    QVERIFY(!page.body.contains("Application created."));
    QCOMPARE(codeIn(page, QStringLiteral("secret")), QStringLiteral("Secret hashed"));
}

void TestApplicationsEndpoint::noticeGrowsOld()
{
    Administration browser;
    const Response created = browser.send(Method::Post, List, fresh());
    browser.store().clock().advance(10 * 60 * 1000 + 1);
    QVERIFY(!browser.follow(created).body.contains("Application created."));
}

QTEST_GUILESS_MAIN(TestApplicationsEndpoint)
#include "tst_applicationsendpoint.moc"
