#include "models/secrets/digest.h"
#include "models/store/applicationstore.h"
#include "models/store/consentstore.h"
#include "models/store/grantstore.h"
#include "tests/server/pages/testbrowser.h"
#include "tests/support/withdrawal.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Gatehouse;

using Fields = TestBrowser::Fields;

static const QString Path = QStringLiteral("/oauth/authorize");
static const QString Challenge = QStringLiteral("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
static const QString WebUri = QStringLiteral("http://127.0.0.1:9999/callback");
static const QString OobUri = QStringLiteral("urn:ietf:wg:oauth:2.0:oob");

class TestAuthorizeEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesACode();
    void codeIsStoredWithItsLineage();
    void answerNamesTheIssuer();
    void denialIsToldToTheApplication();
    void consentPageTellsEverything();
    void consentCarriesTheRequest();
    void consentIsRemembered();
    void consentIsAskedAgain_data();
    void consentIsAskedAgain();
    void trustedApplicationIsNotAskedAbout();
    void publicApplicationIsAlwaysAskedAbout();
    void signsInFirst();
    void secretsAreNotPutIntoTheWayBack();

    void neverRedirected_data();
    void neverRedirected();
    void redirectedError_data();
    void redirectedError();
    void onlyRedirectUriMayBeLeftOut();
    void fragmentAnswer();
    void keepsTheRegisteredQuery();

    void outOfBandCodeIsShown();
    void customSchemeAndLoopbackPort();
    void implicitFlow();
    void disabledApplication();

    void usernameNamesTheOwnerOnLoopbackOnly();
    void doorkeeperGetErrors_data();
    void doorkeeperGetErrors();
    void doorkeeperPostErrors_data();
    void doorkeeperPostErrors();
    void doorkeeperDenial();
    void wikiCodeInPath();
};

static Fields webRequest(const Fields &changes = {})
{
    Fields fields {{QStringLiteral("client_id"), QStringLiteral("web")},
                   {QStringLiteral("redirect_uri"), WebUri},
                   {QStringLiteral("response_type"), QStringLiteral("code")},
                   {QStringLiteral("state"), QStringLiteral("a b&c=d/é")}};
    for (const auto &change : changes) {
        fields.removeIf([&change](const auto &field) { return field.first == change.first; });
        if (!change.second.isNull())
            fields.append(change);
    }
    return fields;
}

static Fields desktopRequest(const QString &redirectUri)
{
    return webRequest({{QStringLiteral("client_id"), QStringLiteral("desktop")},
                       {QStringLiteral("redirect_uri"), redirectUri},
                       {QStringLiteral("code_challenge"), Challenge},
                       {QStringLiteral("code_challenge_method"), QStringLiteral("S256")}});
}

static Response approve(TestBrowser &browser, const Fields &request)
{
    return browser.submit(browser.get(Path, request), Path, {});
}

static QString codeIn(const Response &response)
{
    return answerIn(response).queryItemValue(QStringLiteral("code"));
}

static AccessGrant storedGrant(TestBrowser &browser, const QString &code)
{
    const auto found = take(browser.store()->grants().findByToken(browser.user().domainId, sha256Hex(code)));
    return found.value_or(AccessGrant());
}

static QByteArray errorShown(const Response &page)
{
    const qsizetype begin = page.body.indexOf("role=\"alert\">");
    return begin < 0 ? QByteArray() : page.body.mid(begin + 13, page.body.indexOf('<', begin) - begin - 13);
}

void TestAuthorizeEndpoint::givesACode()
{
    TestBrowser browser;
    browser.signIn();
    const Response response = approve(browser, webRequest());
    QCOMPARE(response.status, 302);
    QCOMPARE(targetOf(response), WebUri);
    QCOMPARE(codeIn(response).size(), 43);
    QCOMPARE(answerIn(response).queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded),
             QStringLiteral("a b&c=d/é"));
    QVERIFY(!answerIn(response).hasQueryItem(QStringLiteral("error")));
    QCOMPARE(response.header("Cache-Control"), QByteArray("no-store"));
}

void TestAuthorizeEndpoint::codeIsStoredWithItsLineage()
{
    TestBrowser browser;
    browser.signIn();
    const Fields request = webRequest({{QStringLiteral("scope"), QStringLiteral("public  read")},
                                       {QStringLiteral("code_challenge"), Challenge},
                                       {QStringLiteral("code_challenge_method"), QStringLiteral("S256")}});
    const QString code = codeIn(approve(browser, request));
    QVERIFY(!take(browser.store()->grants().findByToken(browser.user().domainId, code)));
    const AccessGrant grant = storedGrant(browser, code);
    const auto consent = take(browser.store()->consents().find(browser.user().id, browser.web().id));
    QVERIFY(consent.has_value());
    QCOMPARE(grant.consentId, consent->id);
    QCOMPARE(grant.applicationId, browser.web().id);
    QCOMPARE(grant.resourceOwnerId, browser.user().id);
    QCOMPARE(grant.redirectUri, WebUri);
    QCOMPARE(grant.scopes, QStringLiteral("public read"));
    QCOMPARE(grant.codeChallenge, Challenge);
    QCOMPARE(grant.codeChallengeMethod, QStringLiteral("S256"));
    QCOMPARE(grant.expiresIn, 60);
    QCOMPARE(grant.expiresAt, browser.store().now() + 60000);
    QCOMPARE(grant.revokedAt, 0);
}

void TestAuthorizeEndpoint::answerNamesTheIssuer()
{
    const QString iss = QStringLiteral("iss");
    TestBrowser browser;
    browser.signIn();
    const QString issuer = QString::fromLatin1(TestBrowser::Origin);
    QCOMPARE(answerIn(approve(browser, webRequest())).queryItemValue(iss, QUrl::FullyDecoded), issuer);
    const Response error = browser.get(Path, webRequest({{QStringLiteral("scope"), QStringLiteral("admin")}}));
    QCOMPARE(answerIn(error).queryItemValue(iss, QUrl::FullyDecoded), issuer);
    Policy silent;
    silent.issInResponses = false;
    TestBrowser other(silent);
    other.signIn();
    QVERIFY(!answerIn(approve(other, webRequest())).hasQueryItem(iss));
}

void TestAuthorizeEndpoint::denialIsToldToTheApplication()
{
    TestBrowser browser;
    browser.signIn();
    const Response page = browser.get(Path, webRequest());
    const Response denied = browser.submit(page, Path, {}, QStringLiteral("delete"));
    QCOMPARE(targetOf(denied), WebUri);
    QCOMPARE(answerIn(denied).queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
    QVERIFY(answerIn(denied).hasQueryItem(QStringLiteral("state")));
    QVERIFY(!answerIn(denied).hasQueryItem(QStringLiteral("code")));
    const Response removed = browser.remove(Path, formFields(page));
    QCOMPARE(answerIn(removed).queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
    QVERIFY(!take(browser.store()->consents().find(browser.user().id, browser.web().id)));
}

void TestAuthorizeEndpoint::consentPageTellsEverything()
{
    TestBrowser browser;
    browser.signIn();
    const Fields request = webRequest({{QStringLiteral("scope"), QStringLiteral("public write")}});
    const QByteArray page = browser.get(Path, request).body;
    for (const char *text : {"Application web", "Access your public data", "Update your data", "http://127.0.0.1:9999",
                             TestBrowser::Email, "/login?return_to=", "Authorization required"})
        QVERIFY2(page.contains(text), text);
    QVERIFY(!page.contains("Read your data"));
    QVERIFY(!page.contains("Any program can use"));
    const Response desktop = browser.get(Path, desktopRequest(OobUri));
    QVERIFY(desktop.body.contains("Any program can use this application&apos;s name."));
    QVERIFY(desktop.body.contains("You will be shown a code"));
}

void TestAuthorizeEndpoint::consentCarriesTheRequest()
{
    TestBrowser browser;
    browser.signIn();
    const Fields sent = webRequest({{QStringLiteral("code_challenge"), Challenge},
                                    {QStringLiteral("code_challenge_method"), QStringLiteral("S256")},
                                    {QStringLiteral("response_mode"), QStringLiteral("fragment")},
                                    {QStringLiteral("client_secret"), QStringLiteral("oops")}});
    for (const QString &method : {QString(), QStringLiteral("delete")}) {
        const Fields fields = formFields(browser.get(Path, sent), method);
        for (const auto &field : sent)
            QCOMPARE(fields.contains(field), field.first != u"client_secret");
        QVERIFY(fields.contains({QStringLiteral("scope"), QStringLiteral("public")}));
    }
}

void TestAuthorizeEndpoint::consentIsRemembered()
{
    TestBrowser browser;
    browser.signIn();
    const Fields request = webRequest({{QStringLiteral("scope"), QStringLiteral("public read")}});
    approve(browser, request);
    const Response again = browser.get(Path, request);
    QCOMPARE(again.status, 302);
    QCOMPARE(codeIn(again).size(), 43);
    const Response less = browser.get(Path, webRequest({{QStringLiteral("scope"), QStringLiteral("read")}}));
    QCOMPARE(storedGrant(browser, codeIn(less)).scopes, QStringLiteral("read"));
}

void TestAuthorizeEndpoint::consentIsAskedAgain_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<bool>("remembers");
    QTest::addColumn<bool>("withdrawn");
    QTest::newRow("for more scopes") << "public write" << true << false;
    QTest::newRow("when the policy forgets") << "public" << false << false;
    QTest::newRow("after it was withdrawn") << "public" << true << true;
}

void TestAuthorizeEndpoint::consentIsAskedAgain()
{
    QFETCH(QString, scope);
    QFETCH(bool, remembers);
    QFETCH(bool, withdrawn);
    Policy policy;
    policy.rememberConsent = remembers;
    TestBrowser browser(policy);
    browser.signIn();
    approve(browser, webRequest());
    const auto consent = take(browser.store()->consents().find(browser.user().id, browser.web().id));
    if (withdrawn)
        withdrawConsent(*browser.store(), consent->id, browser.store().now());
    const Response again = browser.get(Path, webRequest({{QStringLiteral("scope"), scope}}));
    QCOMPARE(again.status, 200);
    QVERIFY(again.body.contains("Authorization required"));
}

void TestAuthorizeEndpoint::trustedApplicationIsNotAskedAbout()
{
    TestBrowser browser;
    browser.signIn();
    Application web = browser.web();
    web.trusted = true;
    take(browser.store()->applications().update(web));
    QCOMPARE(codeIn(browser.get(Path, webRequest())).size(), 43);
}

void TestAuthorizeEndpoint::publicApplicationIsAlwaysAskedAbout()
{
    TestBrowser browser;
    browser.signIn();
    Application desktop = browser.desktop();
    desktop.trusted = true;
    take(browser.store()->applications().update(desktop));
    const Fields request = desktopRequest(QStringLiteral("myapp://callback"));
    QCOMPARE(codeIn(approve(browser, request)).size(), 43);
    QCOMPARE(browser.get(Path, request).status, 200);
}

void TestAuthorizeEndpoint::signsInFirst()
{
    TestBrowser browser;
    const Response asked = browser.get(Path, webRequest());
    QCOMPARE(asked.status, 302);
    QVERIFY(asked.header("Location").startsWith("http://127.0.0.1:6749/login?return_to=%2Foauth%2Fauthorize%3F"));
    const Response signedIn
        = browser.submit(browser.follow(asked), QStringLiteral("/login"),
                         {{QStringLiteral("username"), QString::fromLatin1(TestBrowser::Email)},
                          {QStringLiteral("password"), QString::fromLatin1(TestBrowser::Password)}});
    const Response consent = browser.follow(signedIn);
    QVERIFY(formFields(consent).contains({QStringLiteral("state"), QStringLiteral("a b&c=d/é")}));
    QCOMPARE(codeIn(browser.submit(consent, Path, {})).size(), 43);
}

void TestAuthorizeEndpoint::secretsAreNotPutIntoTheWayBack()
{
    Policy policy;
    policy.forgeryProtection = false;
    TestBrowser browser(policy);
    const Response response = browser.post(Path,
                                           webRequest({{QStringLiteral("client_secret"), QStringLiteral("oops")},
                                                       {QStringLiteral("password"), QStringLiteral("oops")}}));
    QCOMPARE(response.status, 302);
    QVERIFY(!response.header("Location").contains("oops"));
    QVERIFY(response.header("Location").contains("client_id"));
}

void TestAuthorizeEndpoint::neverRedirected_data()
{
    QTest::addColumn<Fields>("changes");
    const auto row = [](const char *name, const char *field, const QString &value) {
        QTest::newRow(name) << Fields {{QString::fromLatin1(field), value}};
    };
    row("no client", "client_id", QString());
    row("empty client", "client_id", QStringLiteral(""));
    row("unknown client", "client_id", QStringLiteral("nope"));
    row("client in other case", "client_id", QStringLiteral("WEB"));
    row("client with NUL", "client_id", QString::fromLatin1("web\0x", 5));
    row("foreign address", "redirect_uri", QStringLiteral("https://evil.example.net/cb"));
    row("another client's address", "redirect_uri", QStringLiteral("http://127.0.0.1:9998/cb"));
    row("query added", "redirect_uri", WebUri + QStringLiteral("?x=1"));
    row("fragment added", "redirect_uri", WebUri + QStringLiteral("#x"));
    row("userinfo added", "redirect_uri", QStringLiteral("http://127.0.0.1:9999@evil.example.net/callback"));
    QTest::newRow("foreign address and no response type")
        << Fields {{QStringLiteral("redirect_uri"), QStringLiteral("https://evil.example.net/cb")},
                   {QStringLiteral("response_type"), QString()}};
}

/// Glewlwyd, Doorkeeper and others fell for one of these, in one of the three methods.
void TestAuthorizeEndpoint::neverRedirected()
{
    QFETCH(Fields, changes);
    TestBrowser browser;
    browser.signIn();
    const Fields request = webRequest(changes);
    const Fields token {formFields(browser.get(QStringLiteral("/"))).constFirst()};
    const Response pages[]
        = {browser.get(Path, request), browser.post(Path, request + token), browser.remove(Path, request + token)};
    for (const Response &page : pages) {
        QCOMPARE(page.status, 400);
        QVERIFY(page.header("Location").isEmpty());
        QVERIFY(!errorShown(page).isEmpty());
        QVERIFY(!page.body.contains("evil.example.net"));
    }
}

void TestAuthorizeEndpoint::redirectedError_data()
{
    QTest::addColumn<Fields>("changes");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *field, const QString &value, const char *error) {
        QTest::newRow(name) << Fields {{QString::fromLatin1(field), value}} << QString::fromLatin1(error);
    };
    row("no response type", "response_type", QString(), "invalid_request");
    row("unknown response type", "response_type", QStringLiteral("id_token"), "unsupported_response_type");
    row("response type in other case", "response_type", QStringLiteral("CODE"), "unsupported_response_type");
    row("combined response type", "response_type", QStringLiteral("code token"), "unsupported_response_type");
    row("implicit flow is off", "response_type", QStringLiteral("token"), "unsupported_response_type");
    row("unknown response mode", "response_mode", QStringLiteral("jwt"), "invalid_request");
    row("unknown scope", "scope", QStringLiteral("public admin"), "invalid_scope");
    row("scope with tab", "scope", QStringLiteral("public\tread"), "invalid_scope");
    row("challenge too short", "code_challenge", QStringLiteral("x"), "invalid_request");
    QTest::newRow("unknown challenge method")
        << Fields {{QStringLiteral("code_challenge"), Challenge},
                   {QStringLiteral("code_challenge_method"), QStringLiteral("S512")}}
        << QStringLiteral("invalid_request");
    QTest::newRow("public client without challenge")
        << Fields {{QStringLiteral("client_id"), QStringLiteral("desktop")},
                   {QStringLiteral("redirect_uri"), QStringLiteral("http://127.0.0.1:9998/cb")}}
        << QStringLiteral("invalid_request");
}

void TestAuthorizeEndpoint::redirectedError()
{
    QFETCH(Fields, changes);
    QFETCH(QString, error);
    TestBrowser browser;
    const Fields request = webRequest(changes);
    // RFC 9700 4.11.2: nobody is sent on unseen.
    QVERIFY(browser.get(Path, request).header("Location").startsWith("http://127.0.0.1:6749/login"));
    browser.signIn();
    const Response response = browser.get(Path, request);
    QCOMPARE(response.status, 302);
    QVERIFY(targetOf(response).startsWith(QLatin1String("http://127.0.0.1:999")));
    const QUrlQuery answer = request.contains({QStringLiteral("response_type"), QStringLiteral("token")})
        ? answerInFragment(response)
        : answerIn(response);
    QCOMPARE(answer.queryItemValue(QStringLiteral("error")), error);
    QVERIFY(!answer.queryItemValue(QStringLiteral("error_description")).isEmpty());
    QVERIFY(answer.hasQueryItem(QStringLiteral("state")));
    QVERIFY(answer.hasQueryItem(QStringLiteral("iss")));
}

void TestAuthorizeEndpoint::onlyRedirectUriMayBeLeftOut()
{
    TestBrowser browser;
    browser.signIn();
    const Response response = approve(browser, webRequest({{QStringLiteral("redirect_uri"), QString()}}));
    QCOMPARE(targetOf(response), WebUri);
    QVERIFY(storedGrant(browser, codeIn(response)).redirectUri.isEmpty());
    Fields several = desktopRequest(OobUri);
    several.removeIf([](const auto &field) { return field.first == u"redirect_uri"; });
    QCOMPARE(browser.get(Path, several).status, 400);
}

void TestAuthorizeEndpoint::fragmentAnswer()
{
    TestBrowser browser;
    browser.signIn();
    const Response response
        = approve(browser, webRequest({{QStringLiteral("response_mode"), QStringLiteral("fragment")}}));
    QVERIFY(answerIn(response).isEmpty());
    QVERIFY(answerInFragment(response).hasQueryItem(QStringLiteral("code")));
}

void TestAuthorizeEndpoint::keepsTheRegisteredQuery()
{
    TestBrowser browser;
    Application tenant;
    tenant.uid = tenant.name = QStringLiteral("tenant");
    tenant.redirectUri = QStringLiteral("https://client.example.com/cb?tenant=1");
    browser.add(tenant);
    browser.signIn();
    const Response response = approve(
        browser,
        webRequest({{QStringLiteral("client_id"), tenant.uid}, {QStringLiteral("redirect_uri"), tenant.redirectUri}}));
    QVERIFY(response.header("Location").startsWith("https://client.example.com/cb?tenant=1&code="));
}

void TestAuthorizeEndpoint::outOfBandCodeIsShown()
{
    TestBrowser browser;
    browser.signIn();
    const Response response = approve(browser, desktopRequest(OobUri));
    QCOMPARE(targetOf(response), QStringLiteral("http://127.0.0.1:6749/oauth/authorize/native"));
    const QString code = codeIn(response);
    QCOMPARE(code.size(), 43);
    const Response page = browser.follow(response);
    QVERIFY(page.body.contains(QByteArray("<code id=\"authorization_code\">" + code.toLatin1() + "</code>")));
    const Response denied
        = browser.submit(browser.get(Path, desktopRequest(OobUri)), Path, {}, QStringLiteral("delete"));
    QCOMPARE(denied.status, 400);
    QVERIFY(denied.body.contains("access_denied"));
}

void TestAuthorizeEndpoint::customSchemeAndLoopbackPort()
{
    TestBrowser browser;
    browser.signIn();
    const Response own = approve(browser, desktopRequest(QStringLiteral("myapp://callback")));
    QVERIFY(own.header("Location").startsWith("myapp://callback?code="));
    const QString port = QStringLiteral("http://127.0.0.1:51234/cb");
    const Response loopback = approve(browser, desktopRequest(port));
    QCOMPARE(targetOf(loopback), port);
    QCOMPARE(storedGrant(browser, codeIn(loopback)).redirectUri, port);
}

void TestAuthorizeEndpoint::implicitFlow()
{
    Policy policy;
    policy.implicitFlow = true;
    TestBrowser browser(policy);
    browser.signIn();
    const Fields request = webRequest({{QStringLiteral("response_type"), QStringLiteral("token")}});
    const QUrlQuery answer = answerInFragment(approve(browser, request));
    QCOMPARE(answer.queryItemValue(QStringLiteral("access_token")).size(), 43);
    QCOMPARE(answer.queryItemValue(QStringLiteral("token_type")), QStringLiteral("Bearer"));
    QCOMPARE(answer.queryItemValue(QStringLiteral("expires_in")), QStringLiteral("7200"));
    QVERIFY(!answer.hasQueryItem(QStringLiteral("refresh_token")));
    const Response inQuery
        = browser.get(Path, request + Fields {{QStringLiteral("response_mode"), QStringLiteral("query")}});
    QCOMPARE(answerInFragment(inQuery).queryItemValue(QStringLiteral("error")), QStringLiteral("invalid_request"));
    Fields outOfBand = desktopRequest(OobUri);
    outOfBand.removeIf([](const auto &field) { return field.first == u"response_type"; });
    outOfBand.append({QStringLiteral("response_type"), QStringLiteral("token")});
    QCOMPARE(browser.get(Path, outOfBand).status, 400);
}

void TestAuthorizeEndpoint::disabledApplication()
{
    TestBrowser browser;
    browser.signIn();
    Application web = browser.web();
    web.enabled = false;
    take(browser.store()->applications().update(web));
    QCOMPARE(browser.get(Path, webRequest()).status, 400);
    web.enabled = true;
    web.grantTypes = QStringLiteral("client_credentials");
    take(browser.store()->applications().update(web));
    QCOMPARE(answerIn(browser.get(Path, webRequest())).queryItemValue(QStringLiteral("error")),
             QStringLiteral("unauthorized_client"));
}

static Policy doorkeeper()
{
    return take(Policy::preset(QStringLiteral("doorkeeper")));
}

static Fields named(const Fields &changes = {})
{
    return webRequest(changes) + Fields {{QStringLiteral("username"), QString::fromLatin1(TestBrowser::Email)}};
}

void TestAuthorizeEndpoint::usernameNamesTheOwnerOnLoopbackOnly()
{
    TestBrowser browser(doorkeeper());
    QCOMPARE(codeIn(browser.post(Path, named())).size(), 43);
    browser.peer = QHostAddress(QStringLiteral("192.0.2.7"));
    QCOMPARE(targetOf(browser.post(Path, named())), QStringLiteral("http://127.0.0.1:6749/login"));
    Policy policy;
    policy.forgeryProtection = false;
    TestBrowser standard(policy);
    QCOMPARE(targetOf(standard.post(Path, named())), QStringLiteral("http://127.0.0.1:6749/login"));
}

void TestAuthorizeEndpoint::doorkeeperGetErrors_data()
{
    QTest::addColumn<Fields>("changes");
    QTest::addColumn<QByteArray>("notice");
    const auto row = [](const char *name, const char *field, const QString &value, const char *notice) {
        QTest::newRow(name) << Fields {{QString::fromLatin1(field), value}} << QByteArray(notice);
    };
    row("no client", "client_id", QString(), "Missing required parameter: client_id.");
    row("unknown client", "client_id", QStringLiteral("nope"),
        "Client authentication failed due to unknown client, no client authentication included, or unsupported "
        "authentication method.");
    row("no address", "redirect_uri", QString(),
        "The requested redirect uri is malformed or doesn&apos;t match client redirect URI.");
    row("no type", "response_type", QString(), "Missing required parameter: response_type.");
    row("unknown type", "response_type", QStringLiteral("CODE"),
        "The authorization server does not support this response type.");
    row("scope", "scope", QStringLiteral("admin"), "The requested scope is invalid, unknown, or malformed.");
}

void TestAuthorizeEndpoint::doorkeeperGetErrors()
{
    QFETCH(Fields, changes);
    TestBrowser browser(doorkeeper());
    const Response page = browser.get(Path, named(changes));
    QCOMPARE(page.status, 200);
    QTEST(errorShown(page), "notice");
}

void TestAuthorizeEndpoint::doorkeeperPostErrors_data()
{
    QTest::addColumn<Fields>("changes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *field, const QString &value, int status, const char *error) {
        QTest::newRow(name) << Fields {{QString::fromLatin1(field), value}} << status << QString::fromLatin1(error);
    };
    row("no client", "client_id", QString(), 400, "invalid_request");
    row("unknown client", "client_id", QStringLiteral("nope"), 401, "invalid_client");
    row("address", "redirect_uri", QStringLiteral("https://evil.example.net/"), 400, "invalid_redirect_uri");
    row("type", "response_type", QStringLiteral("id_token"), 302, "unsupported_response_type");
    row("mode", "response_mode", QStringLiteral("jwt"), 302, "unsupported_response_mode");
    row("scope", "scope", QStringLiteral("admin"), 302, "invalid_scope");
    row("method", "code_challenge", QStringLiteral("x"), 302, "invalid_code_challenge_method");
}

void TestAuthorizeEndpoint::doorkeeperPostErrors()
{
    QFETCH(Fields, changes);
    QFETCH(int, status);
    QFETCH(QString, error);
    TestBrowser browser(doorkeeper());
    const Response response = browser.post(Path, named(changes));
    QCOMPARE(response.status, status);
    if (status == 302) {
        QCOMPARE(targetOf(response), WebUri);
        QCOMPARE(answerIn(response).queryItemValue(QStringLiteral("error")), error);
        return;
    }
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(body.value(u"error").toString(), error);
    QCOMPARE(body.value(u"state").toString(), QStringLiteral("a b&c=d/é"));
}

void TestAuthorizeEndpoint::doorkeeperDenial()
{
    TestBrowser browser(doorkeeper());
    const Response web = browser.remove(Path, named({{QStringLiteral("response_type"), QStringLiteral("token")}}));
    QCOMPARE(answerInFragment(web).queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
    const Fields outOfBand {{QStringLiteral("client_id"), QStringLiteral("desktop")},
                            {QStringLiteral("redirect_uri"), OobUri}};
    const Response shown = browser.remove(Path, named(outOfBand));
    QCOMPARE(shown.status, 400);
    QCOMPARE(QJsonDocument::fromJson(shown.body).object().value(u"error").toString(), QStringLiteral("access_denied"));
    const Response evil
        = browser.remove(Path, named({{QStringLiteral("redirect_uri"), QStringLiteral("https://evil.example.net/")}}));
    QCOMPARE(evil.status, 400);
    QVERIFY(evil.header("Location").isEmpty());
}

void TestAuthorizeEndpoint::wikiCodeInPath()
{
    TestBrowser browser(take(Policy::preset(QStringLiteral("wiki"))));
    const Response response = browser.post(
        Path,
        named({{QStringLiteral("client_id"), QStringLiteral("desktop")}, {QStringLiteral("redirect_uri"), OobUri}}));
    const QString path = targetOf(response);
    QVERIFY(path.startsWith(QLatin1String("http://127.0.0.1:6749/oauth/authorize/")));
    const QString code = path.section(u'/', -1);
    QCOMPARE(code.size(), 64);
    browser.forgetCookies();
    const Response page = browser.follow(response);
    QVERIFY(page.body.contains(QByteArray("<code id=\"authorization_code\">" + code.toLatin1() + "</code>")));
}

QTEST_GUILESS_MAIN(TestAuthorizeEndpoint)
#include "tst_authorizeendpoint.moc"
