#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "tests/server/endpoints/applications/administration.h"

#include <QTest>

using namespace Gatehouse;

/// /oauth/applications/ID and its form.
class TestApplicationEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOne();
    void showsOneToPrograms();
    void unknownOnes_data();
    void unknownOnes();
    void editFormIsFilled();
    void updates_data();
    void updates();
    void updateChangesWhatWasSentOnly();
    void untickedBoxMakesItPublic();
    void becomingConfidentialGivesASecret();
    void invalidUpdateChangesNothing();
    void formOverridesTheMethod();
    void deletes();
    void deletesForPrograms();
    void deletionTakesTokensAlong();

private:
    static QString pathOf(const Application &application)
    {
        return QStringLiteral("/oauth/applications/%1").arg(application.id);
    }
};

void TestApplicationEndpoint::showsOne()
{
    Administration browser;
    const Response page = browser.get(pathOf(browser.desktop()));
    QCOMPARE(codeIn(page, QStringLiteral("application_id")), QStringLiteral("desktop"));
    QCOMPARE(codeIn(page, QStringLiteral("secret")), QStringLiteral("None"));
    QCOMPARE(codeIn(page, QStringLiteral("scopes")), QStringLiteral("Not defined"));
    QCOMPARE(codeIn(page, QStringLiteral("confidential")), QStringLiteral("false"));
    QCOMPARE(page.body.count(">Authorize</a>"), 3);
    QVERIFY(page.body.contains("href=\"/oauth/authorize?client_id=desktop&amp;redirect_uri=myapp%3A%2F%2Fcallback&amp;"
                               "response_type=code&amp;scope=\""));
    QCOMPARE(page.header("Cache-Control"), QByteArray("no-store"));
}

void TestApplicationEndpoint::showsOneToPrograms()
{
    Administration browser;
    for (const QString &suffix : {QString(), QStringLiteral(".json"), QStringLiteral("/")}) {
        const Response response = browser.program(Method::Get, pathOf(browser.web()) + suffix);
        QCOMPARE(response.status, 200);
        QCOMPARE(objectIn(response)["uid"].toString(), QStringLiteral("web"));
    }
    QCOMPARE(objectIn(browser.get(pathOf(browser.web()) + QStringLiteral(".json")))["name"].toString(),
             browser.web().name);
    Administration standard(standardPolicy());
    QCOMPARE(standard.get(pathOf(standard.web()) + QStringLiteral(".json")).status, 404);
}

void TestApplicationEndpoint::unknownOnes_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"987654", "abc", "0", "-1", "1x", "%31", "99999999999999999999", "1.5"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestApplicationEndpoint::unknownOnes()
{
    QFETCH(QString, id);
    Administration browser(standardPolicy());
    const QString path = QStringLiteral("/oauth/applications/") + id;
    for (const Method method : {Method::Get, Method::Patch, Method::Put, Method::Delete}) {
        const Response page = browser.send(method, path, applicationFields({{"name", "X"}}));
        QCOMPARE(page.status, 404);
        QCOMPARE(page.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
        const Response json = browser.program(method, path, applicationFields({{"name", "X"}}));
        QCOMPARE(json.status, 404);
        QCOMPARE(objectIn(json)["error"].toString(), QStringLiteral("not_found"));
    }
    QCOMPARE(browser.get(path + QStringLiteral("/edit")).status, 404);
    Administration doorkeeper;
    const QJsonObject words {{QStringLiteral("status"), 404}, {QStringLiteral("error"), QStringLiteral("Not Found")}};
    QCOMPARE(objectIn(doorkeeper.program(Method::Get, QStringLiteral("/oauth/applications/987654"))), words);
}

void TestApplicationEndpoint::editFormIsFilled()
{
    Administration browser;
    const Response page = browser.get(pathOf(browser.web()) + QStringLiteral("/edit"));
    const TestBrowser::Fields fields = formFields(page, QStringLiteral("patch"));
    QVERIFY(fields.contains({QStringLiteral("doorkeeper_application[name]"), browser.web().name}));
    QVERIFY(page.body.contains(">\nhttp://127.0.0.1:9999/callback</textarea>"));
    QVERIFY(page.body.contains(" checked"));
}

void TestApplicationEndpoint::updates_data()
{
    QTest::addColumn<int>("method");
    QTest::newRow("PATCH") << int(Method::Patch);
    QTest::newRow("PUT") << int(Method::Put);
}

void TestApplicationEndpoint::updates()
{
    QFETCH(int, method);
    Administration browser;
    const QString path = pathOf(browser.web());
    const Response updated = browser.send(Method(method), path, applicationFields({{"name", "Renamed"}}));
    QCOMPARE(updated.status, 302);
    const Response page = browser.follow(updated);
    QVERIFY(page.body.contains("Application updated."));
    QVERIFY(page.body.contains("Application: Renamed"));
    browser.store().clock().advance(1000);
    const QJsonObject json = objectIn(browser.program(
        Method(method), path, applicationFields({{"redirect_uri", "https://new.example/cb"}, {"confidential", "0"}})));
    QCOMPARE(json["name"].toString(), QStringLiteral("Renamed"));
    QCOMPARE(json["redirect_uri"].toString(), QStringLiteral("https://new.example/cb"));
    QCOMPARE(json["confidential"].toBool(true), false);
    QVERIFY(json["updated_at"].toString() > json["created_at"].toString());
    QCOMPARE(browser.count("SELECT count(*) FROM audit_events WHERE action = 'application.changed'"), 2);
}

void TestApplicationEndpoint::updateChangesWhatWasSentOnly()
{
    Administration browser;
    Application before = browser.web();
    before.trusted = true;
    before.grantTypes = QStringLiteral("authorization_code");
    take(browser.store()->applications().update(before));
    const Response updated
        = browser.program(Method::Patch, pathOf(before), applicationFields({{"scopes", "read"}, {"uid", "mine"}}));
    QCOMPARE(updated.status, 200);
    const Application after = *browser.stored(before.id);
    QCOMPARE(after.scopes, QStringLiteral("read"));
    QCOMPARE(after.name, before.name);
    QCOMPARE(after.uid, before.uid);
    QCOMPARE(after.secret, before.secret);
    QCOMPARE(after.redirectUri, before.redirectUri);
    QCOMPARE(after.grantTypes, before.grantTypes);
    QVERIFY(after.trusted && after.confidential && after.enabled);
    // Nothing that it knows is no change, and no error.
    QCOMPARE(browser.program(Method::Patch, pathOf(before), applicationFields({{"other", "x"}})).status, 200);
}

void TestApplicationEndpoint::untickedBoxMakesItPublic()
{
    Administration browser;
    Application trusted = browser.web();
    trusted.trusted = true;
    take(browser.store()->applications().update(trusted));
    browser.send(Method::Patch, pathOf(trusted), applicationFields({{"confidential", "0"}}));
    QVERIFY(!browser.stored(trusted.id)->confidential);
    QVERIFY(!browser.stored(trusted.id)->trusted);
}

void TestApplicationEndpoint::becomingConfidentialGivesASecret()
{
    Administration browser(standardPolicy());
    const Response updated
        = browser.send(Method::Patch, pathOf(browser.desktop()), applicationFields({{"confidential", "1"}}));
    const Response page = browser.follow(updated);
    const QString secret = codeIn(page, QStringLiteral("secret"));
    QCOMPARE(secret.size(), 43);
    QVERIFY(verifyGeneratedSecret(browser.stored(browser.desktop().id)->secret, secret));
}

void TestApplicationEndpoint::invalidUpdateChangesNothing()
{
    Administration browser;
    const TestBrowser::Fields wrong = applicationFields({{"name", ""}, {"redirect_uri", "http://a.example.com/"}});
    const Response json = browser.program(Method::Put, pathOf(browser.web()), wrong);
    QCOMPARE(json.status, 422);
    QCOMPARE(objectIn(json)["errors"].toArray().size(), 2);
    const Response page = browser.send(Method::Put, pathOf(browser.web()), wrong);
    QVERIFY(page.body.contains("Edit application"));
    QVERIFY(page.body.contains(QByteArray("action=\"" + pathOf(browser.web()).toLatin1() + "\"")));
    QCOMPARE(browser.stored(browser.web().id)->name, browser.web().name);
    QCOMPARE(browser.count("SELECT count(*) FROM audit_events"), 0);
}

void TestApplicationEndpoint::formOverridesTheMethod()
{
    Administration browser;
    const TestBrowser::Fields fields
        = applicationFields({{"name", "Over"}}) + TestBrowser::Fields {{"_method", "patch"}};
    QCOMPARE(browser.send(Method::Post, pathOf(browser.web()), fields).status, 302);
    QCOMPARE(browser.stored(browser.web().id)->name, QStringLiteral("Over"));
    QCOMPARE(browser.send(Method::Post, pathOf(browser.web()) + QStringLiteral("?_method=delete")).status, 404);
    QVERIFY(browser.stored(browser.web().id));
}

void TestApplicationEndpoint::deletes()
{
    Administration browser(standardPolicy());
    const Response page = browser.get(pathOf(browser.web()));
    const Response deleted = browser.submit(page, pathOf(browser.web()), {}, QStringLiteral("delete"));
    QCOMPARE(deleted.status, 302);
    QVERIFY(targetOf(deleted).endsWith(QLatin1String("/oauth/applications")));
    QVERIFY(browser.follow(deleted).body.contains("Application deleted."));
    QVERIFY(!browser.stored(browser.web().id));
    QCOMPARE(browser.get(pathOf(browser.web())).status, 404);
}

void TestApplicationEndpoint::deletesForPrograms()
{
    Administration browser;
    const Response deleted = browser.program(Method::Delete, pathOf(browser.web()));
    QCOMPARE(deleted.status, 204);
    QVERIFY(deleted.body.isEmpty());
    QCOMPARE(browser.program(Method::Delete, pathOf(browser.web())).status, 404);
}

void TestApplicationEndpoint::deletionTakesTokensAlong()
{
    Administration browser;
    const TestBrowser::Fields client {{"client_id", "web"}, {"client_secret", "secret"}};
    const Response token = browser.post(QStringLiteral("/oauth/token"),
                                        client + TestBrowser::Fields {{"grant_type", "client_credentials"}});
    const QString value = objectIn(token)["access_token"].toString();
    const auto info = [&] {
        return browser.get(QStringLiteral("/oauth/token/info"), {{"access_token", value}}).status;
    };
    QCOMPARE(info(), 200);
    browser.send(Method::Delete, pathOf(browser.web()));
    QCOMPARE(info(), 401);
    QCOMPARE(browser.count("SELECT count(*) FROM oauth_access_tokens"), 0);
}

QTEST_GUILESS_MAIN(TestApplicationEndpoint)
#include "tst_applicationendpoint.moc"
