#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/consentstore.h"
#include "models/store/domainstore.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"
#include "server/tokens/tokenissuer.h"
#include "tests/server/pages/testbrowser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Gatehouse;

using Fields = TestBrowser::Fields;

/// Identity domains as tenants: under their own paths, or named by header or query; nothing of one means anything in another.
class TestDomains : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wholeFlowUnderThePath();
    void linksStayUnderThePath_data();
    void linksStayUnderThePath();
    void sessionsDoNotMix();
    void tokensOfAnotherDomainAreUnknown();
    void clientsAndUsersOfAnotherDomainAreUnknown();
    void disabledDomainIsNotThere();
    void notBeforeEndsTheTokensOfOneDomain();
    void metadata_data();
    void metadata();
    void oraclesRoutesNameTheDomain_data();
    void oraclesRoutesNameTheDomain();
    void administratorWithdrawsConsents();
    void usersWithdrawTheirConsents();
    void oddPaths_data();
    void oddPaths();

private:
    Response token(const QString &path, const Fields &fields, const Headers &headers = {});
    QString issuedIn(const QString &base);
    bool isActive(const QString &base, const QString &value);
    Response consents(Method method, const QByteArray &path, const QByteArray &query, const Headers &headers = {});
    Id consentOf(Id user, const QString &value);

    std::unique_ptr<TestBrowser> m_browser;
    IdentityDomain m_domain;
    Application m_web;
    User m_user;
};

static const QString Base = QStringLiteral("/DemoDomain");
static const QString TokenPath = QStringLiteral("/oauth/token");

static QJsonObject jsonOf(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

static Headers basicOf(const QByteArray &name, const QByteArray &secret)
{
    return {{"Authorization", "Basic " + QByteArray(name + ':' + secret).toBase64()}};
}

void TestDomains::init()
{
    Policy policy;
    policy.grantTypes = QStringList {"authorization_code", "client_credentials", "password", "refresh_token"};
    m_browser = std::make_unique<TestBrowser>(policy);
    Store &store = *m_browser->store();
    IdentityDomain domain;
    domain.name = QStringLiteral("DemoDomain");
    domain.policy = policy;
    m_domain = take(store.domains().create(domain));
    m_web = m_browser->web();
    m_web.domainId = m_domain.id;
    m_web.secret = storedSecretForGenerated(QStringLiteral("demo secret"));
    m_web = take(store.applications().create(m_web));
    m_user = m_browser->user();
    m_user.domainId = m_domain.id;
    m_user.passwordDigest = hashPassword(QString::fromLatin1(TestBrowser::Password));
    m_user = take(store.users().create(m_user));
    m_browser->store().commit();
}

Response TestDomains::token(const QString &path, const Fields &fields, const Headers &headers)
{
    m_browser->extraHeaders = headers;
    Fields form = fields;
    if (headers.isEmpty()) {
        const bool isDemo = path.startsWith(Base);
        form.append({QStringLiteral("client_id"), QStringLiteral("web")});
        form.append(
            {QStringLiteral("client_secret"), isDemo ? QStringLiteral("demo secret") : QStringLiteral("secret")});
    }
    Response response = m_browser->post(path, form);
    m_browser->extraHeaders.clear();
    m_browser->store().commit();
    return response;
}

/// An access token for the user, by the shortest way.
QString TestDomains::issuedIn(const QString &base)
{
    const Response response
        = token(base + TokenPath,
                {{"grant_type", "password"}, {"username", TestBrowser::Email}, {"password", TestBrowser::Password}});
    return jsonOf(response)["access_token"].toString();
}

bool TestDomains::isActive(const QString &base, const QString &value)
{
    return jsonOf(token(base + QStringLiteral("/oauth/introspect"), {{"token", value}}))["active"].toBool();
}

void TestDomains::wholeFlowUnderThePath()
{
    const QString callback = QStringLiteral("http://127.0.0.1:9999/callback");
    const Fields asked {{"client_id", "web"}, {"response_type", "code"}, {"redirect_uri", callback}, {"state", "s"}};
    Response response = m_browser->get(Base + QStringLiteral("/oauth/authorize"), asked);
    QCOMPARE(response.status, 302);
    QVERIFY(response.header("Location").startsWith("http://127.0.0.1:6749/DemoDomain/login?return_to="));
    const Response login = m_browser->follow(response);
    response = m_browser->submit(login, Base + QStringLiteral("/login"),
                                 {{"username", TestBrowser::Email}, {"password", TestBrowser::Password}});
    QVERIFY2(response.header("Location").startsWith("http://127.0.0.1:6749/DemoDomain/oauth/authorize?"),
             response.header("Location").constData());
    const Response consent = m_browser->follow(response);
    QCOMPARE(consent.status, 200);
    QVERIFY(consent.body.contains("action=\"/DemoDomain/oauth/authorize\""));
    response = m_browser->submit(consent, Base + QStringLiteral("/oauth/authorize"), {});
    QCOMPARE(targetOf(response), callback);
    QCOMPARE(answerIn(response).queryItemValue(QStringLiteral("iss"), QUrl::FullyDecoded),
             QStringLiteral("http://127.0.0.1:6749/DemoDomain"));
    const QString code = answerIn(response).queryItemValue(QStringLiteral("code"));
    const Fields redeem {{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", callback}};
    QCOMPARE(jsonOf(token(TokenPath, redeem))["error"].toString(), QStringLiteral("invalid_grant"));
    const QJsonObject pair = jsonOf(token(Base + TokenPath, redeem));
    QVERIFY(isActive(Base, pair["access_token"].toString()));
    const Fields refresh {{"grant_type", "refresh_token"}, {"refresh_token", pair["refresh_token"].toString()}};
    QCOMPARE(jsonOf(token(TokenPath, refresh))["error"].toString(), QStringLiteral("invalid_grant"));
    QCOMPARE(token(Base + TokenPath, refresh).status, 200);
}

void TestDomains::linksStayUnderThePath_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"/", "/login", "/oauth/authorized_applications", "/oauth/applications",
                             "/oauth/applications/new", "/oauth/applications/%1", "/oauth/applications/%1/edit"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestDomains::linksStayUnderThePath()
{
    QFETCH(QString, path);
    m_user.admin = true;
    take(m_browser->store()->users().update(m_user));
    m_browser->signIn(Base);
    const Response page = m_browser->get(Base + path.replace(QLatin1String("%1"), QString::number(m_web.id)));
    QCOMPARE(page.status, 200);
    static const QRegularExpression link(QStringLiteral("(?:href|action)=\"(/[^\"]*)"));
    for (const QRegularExpressionMatch &each : link.globalMatch(QString::fromUtf8(page.body))) {
        const QString target = each.captured(1);
        QVERIFY2(target.startsWith(Base + u'/') || target.startsWith(QLatin1String("/assets/")), qPrintable(target));
    }
}

void TestDomains::sessionsDoNotMix()
{
    const Response inDemo = m_browser->signIn(Base);
    QVERIFY(inDemo.header("Set-Cookie").contains("; Path=/DemoDomain; "));
    const QByteArray signedIn = QByteArray("signed in as ") + TestBrowser::Email;
    QVERIFY(m_browser->get(Base).body.contains(signedIn));
    QVERIFY(!m_browser->get(QStringLiteral("/")).body.contains(signedIn));
    QVERIFY(m_browser->signIn().header("Set-Cookie").contains("; Path=/; "));
    QVERIFY(m_browser->get(QStringLiteral("/")).body.contains(signedIn));
    QVERIFY(m_browser->get(Base + QStringLiteral("/")).body.contains(signedIn));
    const Response home = m_browser->get(Base);
    QCOMPARE(m_browser->submit(home, Base + QStringLiteral("/logout"), {}).status, 200);
    QVERIFY(!m_browser->get(Base).body.contains(signedIn));
    QVERIFY(m_browser->get(QStringLiteral("/")).body.contains(signedIn));
}

void TestDomains::tokensOfAnotherDomainAreUnknown()
{
    const QString value = issuedIn(Base);
    QVERIFY(isActive(Base, value));
    QVERIFY(!isActive({}, value));
    QCOMPARE(token(QStringLiteral("/oauth/revoke"), {{"token", value}}).status, 200);
    QVERIFY(isActive(Base, value));
    m_browser->extraHeaders = {{"Authorization", "Bearer " + value.toUtf8()}};
    QCOMPARE(m_browser->get(QStringLiteral("/oauth/token/info")).status, 401);
    QCOMPARE(m_browser->get(Base + QStringLiteral("/oauth/token/info")).status, 200);
    m_browser->extraHeaders.clear();
    QCOMPARE(token(Base + QStringLiteral("/oauth/revoke"), {{"token", value}}).status, 200);
    QVERIFY(!isActive(Base, value));
}

void TestDomains::clientsAndUsersOfAnotherDomainAreUnknown()
{
    const Fields asked {{"grant_type", "client_credentials"}};
    QCOMPARE(token(TokenPath, asked, basicOf("web", "demo secret")).status, 401);
    QCOMPARE(token(Base + TokenPath, asked, basicOf("web", "secret")).status, 401);
    QCOMPARE(token(Base + TokenPath, asked, basicOf("web", "demo secret")).status, 200);
    QCOMPARE(token(QStringLiteral("/demodomain") + TokenPath, asked, basicOf("web", "demo secret")).status, 200);
    m_browser->signIn();
    const QString other = QStringLiteral("/oauth/applications/%1").arg(m_web.id);
    User admin = m_browser->user();
    admin.admin = true;
    take(m_browser->store()->users().update(admin));
    QCOMPARE(m_browser->get(QStringLiteral("/oauth/applications")).status, 200);
    QCOMPARE(m_browser->get(other).status, 404);
}

void TestDomains::disabledDomainIsNotThere()
{
    const QString value = issuedIn(Base);
    DomainStore &domains = m_browser->store()->domains();
    take(domains.setEnabled(m_domain.id, false));
    QCOMPARE(m_browser->get(Base).status, 404);
    QCOMPARE(token(Base + TokenPath, {{"grant_type", "client_credentials"}}).status, 404);
    QCOMPARE(m_browser->get(QStringLiteral("/.well-known/oauth-authorization-server/DemoDomain")).status, 404);
    take(domains.setEnabled(m_domain.id, true));
    QVERIFY(isActive(Base, value));
    QVERIFY(!domains.setEnabled(DomainStore::DefaultId, false));
}

void TestDomains::notBeforeEndsTheTokensOfOneDomain()
{
    const QString here = issuedIn(Base);
    const QString there = issuedIn({});
    take(m_browser->store()->domains().raiseNotBefore(m_domain.id, m_browser->store().now() + 1));
    QVERIFY(!isActive(Base, here));
    QVERIFY(isActive({}, there));
}

void TestDomains::metadata_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("inserted") << "/.well-known/oauth-authorization-server/DemoDomain";
    QTest::newRow("appended") << "/DemoDomain/.well-known/oauth-authorization-server";
}

void TestDomains::metadata()
{
    QFETCH(QString, path);
    const QString issuer = QStringLiteral("http://127.0.0.1:6749/DemoDomain");
    const QJsonObject json = jsonOf(m_browser->get(path));
    QCOMPARE(json["issuer"].toString(), issuer);
    QCOMPARE(json["token_endpoint"].toString(), issuer + TokenPath);
    QCOMPARE(json["authorization_endpoint"].toString(), issuer + QStringLiteral("/oauth/authorize"));
    QCOMPARE(json["introspection_endpoint"].toString(), issuer + QStringLiteral("/oauth/introspect"));
    QCOMPARE(json["revocation_endpoint"].toString(),
             issuer + QStringLiteral("/oauth2/rest/token/revoke?identityDomain=DemoDomain"));
    QCOMPARE(json["revocation_endpoint_auth_methods_supported"].toArray(),
             (QJsonArray {"client_secret_basic", "client_secret_post", "none"}));
    const QString value = issuedIn(Base);
    Request request;
    request.method = Method::Post;
    request.path = "/DemoDomain/oauth2/rest/token/revoke";
    request.query = "identityDomain=DemoDomain";
    request.headers = basicOf("web", "demo secret");
    request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    request.body = "token=" + value.toUtf8();
    QCOMPARE(m_browser->send(request).status, 200);
    QVERIFY(!isActive(Base, value));
}

void TestDomains::oraclesRoutesNameTheDomain_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    const QByteArray path = "/oauth2/rest/token";
    QTest::newRow("header") << path << QByteArray("DemoDomain") << QByteArray() << 200;
    QTest::newRow("caseless") << path << QByteArray("DEMODOMAIN") << QByteArray() << 200;
    QTest::newRow("query") << path << QByteArray() << QByteArray("identityDomain=DemoDomain") << 200;
    QTest::newRow("header wins") << path << QByteArray("DemoDomain") << QByteArray("identityDomain=Default") << 200;
    QTest::newRow("path") << QByteArray("/DemoDomain/oauth2/rest/token") << QByteArray() << QByteArray() << 200;
    QTest::newRow("another domain") << path << QByteArray("Default") << QByteArray() << 401;
    QTest::newRow("none") << path << QByteArray() << QByteArray() << 400;
    QTest::newRow("unknown") << path << QByteArray("Nowhere") << QByteArray() << 400;
}

void TestDomains::oraclesRoutesNameTheDomain()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, query);
    Request request;
    request.method = Method::Post;
    request.path = path;
    request.query = query;
    request.headers = basicOf("web", "demo secret");
    request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    if (!header.isEmpty())
        request.headers.emplaceBack("X-OAuth-Identity-Domain-Name", header);
    request.body = "grant_type=client_credentials";
    const Response response = m_browser->send(request);
    QTEST(response.status, "status");
    if (response.status == 200)
        QVERIFY(isActive(Base, jsonOf(response)["access_token"].toString()));
}

Response TestDomains::consents(Method method, const QByteArray &path, const QByteArray &query, const Headers &headers)
{
    Request request;
    request.method = method;
    request.path = path;
    request.query = query;
    request.headers = headers;
    Response response = m_browser->send(request);
    m_browser->store().commit();
    return response;
}

/// A consent of the user to "web" in the second domain, on which the token stands.
Id TestDomains::consentOf(Id user, const QString &value)
{
    TestStore &store = m_browser->store();
    const Consent consent
        = take(store->consents().give(m_domain.id, user, m_web.id, QStringLiteral("public"), store.now()));
    AccessToken token = store.newToken(storedToken(m_domain.policy, value));
    token.domainId = m_domain.id;
    token.applicationId = m_web.id;
    token.resourceOwnerId = user;
    token.consentId = consent.id;
    take(store->tokens().insert(token));
    store.commit();
    return consent.id;
}

void TestDomains::administratorWithdrawsConsents()
{
    const QByteArray path = "/oam/services/rest/consent";
    const QByteArray query = "identityDomain=DemoDomain&userId=ada%40example.com";
    consentOf(m_user.id, QStringLiteral("token"));
    User admin = m_browser->user();
    admin.admin = true;
    take(m_browser->store()->users().update(admin));
    const Headers basic = basicOf(TestBrowser::Email, TestBrowser::Password);
    QCOMPARE(consents(Method::Get, path, query).status, 401);
    QCOMPARE(consents(Method::Get, path, "identityDomain=DemoDomain", basic).status, 400);
    QCOMPARE(consents(Method::Get, path, "userId=ada%40example.com", basic).status, 400);
    const Response listed = consents(Method::Get, path, query, basic);
    QCOMPARE(listed.status, 200);
    const QJsonObject consent = QJsonDocument::fromJson(listed.body).array().at(0).toObject();
    QCOMPARE(consent["clientId"].toString(), QStringLiteral("web"));
    QCOMPARE(consent["scopes"].toString(), QStringLiteral("public"));
    QCOMPARE(consent["valid"].toBool(), true);
    QVERIFY(consent.contains("createTimeStamp") && consent.contains("resourceId"));
    QCOMPARE(consents(Method::Delete, path, query + "&cid=999999", basic).body, QByteArray(R"({"status":"success"})"));
    QVERIFY(isActive(Base, QStringLiteral("token")));
    const QByteArray cid = "&cid=" + consent["consentId"].toString().toUtf8();
    QCOMPARE(consents(Method::Delete, path, query + "&cid=1&cid=2" + cid, basic).status, 200);
    QVERIFY(!isActive(Base, QStringLiteral("token")));
    const QByteArray after = consents(Method::Get, path, query, basic).body;
    QVERIFY(after.contains("\"valid\":false"));
}

void TestDomains::usersWithdrawTheirConsents()
{
    const QByteArray path = "/DemoDomain/oauth2/rest/consent";
    const Id id = consentOf(m_user.id, QStringLiteral("token"));
    QCOMPARE(consents(Method::Get, path, {}).status, 401);
    m_browser->signIn(Base);
    QCOMPARE(QJsonDocument::fromJson(consents(Method::Get, path, {}).body).array().size(), 1);
    QCOMPARE(consents(Method::Delete, path, {}).status, 400);
    const QByteArray query = "cid=" + QByteArray::number(id);
    QCOMPARE(consents(Method::Delete, path, query, {{"Origin", "http://evil.example"}}).status, 403);
    QVERIFY(isActive(Base, QStringLiteral("token")));
    QCOMPARE(consents(Method::Delete, path, query).status, 200);
    QVERIFY(!isActive(Base, QStringLiteral("token")));
}

void TestDomains::oddPaths_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::newRow("slashes") << QByteArray("//") << 200;
    QTest::newRow("slashes inside") << QByteArray("/DemoDomain//oauth/token") << 404;
    QTest::newRow("default by name") << QByteArray("/Default/oauth/token") << 404;
    QTest::newRow("percent-encoded") << QByteArray("/%44emoDomain/login") << 404;
    QTest::newRow("another") << QByteArray("/Nowhere/oauth/token") << 404;
    QTest::newRow("nested") << QByteArray("/DemoDomain/DemoDomain/login") << 404;
    QTest::newRow("not UTF-8") << QByteArray("/\xff\xfe/login") << 404;
    QTest::newRow("long") << QByteArray("/" + QByteArray(5000, 'a') + "/login") << 404;
    QTest::newRow("metadata of the root") << QByteArray("/.well-known/oauth-authorization-server/") << 200;
    QTest::newRow("metadata of another") << QByteArray("/.well-known/oauth-authorization-server/Nowhere") << 404;
    QTest::newRow("metadata and more") << QByteArray("/.well-known/oauth-authorization-server/DemoDomain/x") << 404;
    QTest::newRow("domain with a slash") << QByteArray("/DemoDomain/") << 200;
    QTest::newRow("assets") << QByteArray("/DemoDomain/assets/gatehouse.css") << 200;
}

void TestDomains::oddPaths()
{
    QFETCH(QByteArray, path);
    Request request;
    request.path = path;
    QTEST(m_browser->send(request).status, "status");
}

QTEST_GUILESS_MAIN(TestDomains)
#include "tst_domains.moc"
