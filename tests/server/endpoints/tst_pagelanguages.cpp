#include "server/pages/catalogues.h"
#include "tests/server/pages/testbrowser.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Gatehouse;

/// The same server in several languages, one request after the other.
class TestPageLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptLanguage_data();
    void acceptLanguage();
    void everyPageInTurn();
    void sentencesOfTheRules();
    void momentsAreWrittenAsTheLanguageDoes();
    void programsGetEnglish();
    void programsOwnLanguage();

private:
    static std::shared_ptr<const Catalogues> catalogues(const QLocale &own = QLocale(QLocale::English))
    {
        return std::make_shared<const Catalogues>(own);
    }
};

static Response getIn(TestBrowser &browser, const QByteArray &language, const QString &path)
{
    browser.extraHeaders = {{"Accept", "text/html"}};
    if (!language.isNull())
        browser.extraHeaders.append({"Accept-Language", language});
    return browser.get(path);
}

static QString authorizePath(const TestBrowser &browser)
{
    return QStringLiteral("/oauth/authorize?response_type=code&scope=read&client_id=%1"
                          "&redirect_uri=http://127.0.0.1:9999/callback")
        .arg(browser.web().uid);
}

void TestPageLanguages::acceptLanguage_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("german");
    QTest::newRow("de") << QByteArray("de") << true;
    QTest::newRow("de-CH, en;q=0.5") << QByteArray("de-CH, en;q=0.5") << true;
    QTest::newRow("fr") << QByteArray("fr") << false;
    QTest::newRow("*;q=0") << QByteArray("*;q=0") << false;
    QTest::newRow("malformed") << QByteArray("de;;q") << false;
    QTest::newRow("absent") << QByteArray() << false;
}

void TestPageLanguages::acceptLanguage()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, german);
    TestBrowser browser({}, catalogues());
    const auto isInLanguage = [german](const Response &page, const char *inGerman, const char *inEnglish) {
        const QByteArray tag = german ? "de" : "en";
        return page.body.contains(QByteArray("<html lang=\"" + tag + "\" dir=\"ltr\">"))
            && page.header("Content-Language") == tag && page.header("Vary") == "Accept-Language"
            && page.body.contains(german ? inGerman : inEnglish);
    };
    const Response login = getIn(browser, header, QStringLiteral("/login"));
    QVERIFY2(isInLanguage(login, "<h1>Anmelden</h1>", "<h1>Sign In</h1>"), login.body.constData());
    const Response refused = getIn(browser, header, QStringLiteral("/oauth/authorize?client_id=nobody"));
    QVERIFY2(isInLanguage(refused, "Ein Fehler ist aufgetreten", "An error has occurred"), refused.body.constData());
    QVERIFY2(isInLanguage(refused, "Der Client ist unbekannt", "The client is unknown"), refused.body.constData());
    const Response lacking = getIn(browser, header, QStringLiteral("/oauth/authorize"));
    QVERIFY2(
        isInLanguage(lacking, "Erforderlicher Parameter fehlt: client_id.", "Missing required parameter: client_id."),
        lacking.body.constData());
    const Response nowhere = getIn(browser, header, QStringLiteral("/nowhere"));
    QCOMPARE(nowhere.status, 404);
    QVERIFY2(isInLanguage(nowhere, "Diese Seite gibt es nicht", "There is no such page"), nowhere.body.constData());
    browser.signIn();
    const Response consent = getIn(browser, header, authorizePath(browser));
    QVERIFY2(isInLanguage(consent, "bittet um Zugriff", "asks for access"), consent.body.constData());
    QVERIFY2(isInLanguage(consent, "Ihre Daten lesen", "Read your data"), consent.body.constData());
}

void TestPageLanguages::everyPageInTurn()
{
    Policy policy;
    policy.adminPagesOpen = true;
    TestBrowser browser(policy, catalogues());
    browser.signIn();
    const QStringList paths {QStringLiteral("/"),
                             QStringLiteral("/login"),
                             authorizePath(browser),
                             QStringLiteral("/oauth/authorize/somecode"),
                             QStringLiteral("/oauth/applications"),
                             QStringLiteral("/oauth/applications/new"),
                             QStringLiteral("/oauth/applications/%1").arg(browser.web().id),
                             QStringLiteral("/oauth/applications/%1/edit").arg(browser.web().id),
                             QStringLiteral("/oauth/authorized_applications"),
                             QStringLiteral("/nowhere")};
    for (const QString &path : paths) {
        const Response german = getIn(browser, "de-AT", path);
        const Response english = getIn(browser, "en-GB,de;q=0.5", path);
        QVERIFY2(german.body.contains("<html lang=\"de\""), qPrintable(path));
        QVERIFY2(english.body.contains("<html lang=\"en\""), qPrintable(path));
        QCOMPARE(getIn(browser, "de", path).body, german.body);
        QVERIFY2(german.body != QByteArray(english.body).replace("lang=\"en\"", "lang=\"de\""), qPrintable(path));
    }
}

void TestPageLanguages::sentencesOfTheRules()
{
    Policy policy;
    policy.adminPagesOpen = true;
    TestBrowser browser(policy, catalogues());
    const auto refusalIn = [&browser](const QByteArray &language) {
        const Response form = getIn(browser, language, QStringLiteral("/oauth/applications/new"));
        return browser.submit(form, QStringLiteral("/oauth/applications"), {}).body;
    };
    QVERIFY(refusalIn("de").contains("Der Name fehlt."));
    QVERIFY(refusalIn("en").contains("The name is missing."));
}

void TestPageLanguages::momentsAreWrittenAsTheLanguageDoes()
{
    TestBrowser browser({}, catalogues());
    browser.signIn();
    const Response consent = getIn(browser, "de", authorizePath(browser));
    const Response granted = browser.submit(consent, QStringLiteral("/oauth/authorize"), {});
    const Response token
        = browser.post(QStringLiteral("/oauth/token"),
                       {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                        {QStringLiteral("code"), answerIn(granted).queryItemValue(QStringLiteral("code"))},
                        {QStringLiteral("redirect_uri"), QStringLiteral("http://127.0.0.1:9999/callback")},
                        {QStringLiteral("client_id"), browser.web().uid},
                        {QStringLiteral("client_secret"), QStringLiteral("secret")}});
    QVERIFY2(token.status == 200, token.body.constData());
    const QString path = QStringLiteral("/oauth/authorized_applications");
    const Response german = getIn(browser, "de", path);
    QVERIFY2(german.body.contains("14. November 2023 22:13 UTC"), german.body.constData());
    const Response english = getIn(browser, "en", path);
    QVERIFY2(english.body.contains("November 14, 2023 10:13"), english.body.constData());
}

void TestPageLanguages::programsGetEnglish()
{
    TestBrowser browser({}, catalogues(QLocale(QLocale::German)));
    browser.extraHeaders = {{"Accept-Language", "de"}};
    const Response answer = browser.post(QStringLiteral("/oauth/token"),
                                         {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")}});
    const QJsonObject error = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(error.value(QStringLiteral("error")).toString(), QStringLiteral("invalid_client"));
    QVERIFY(error.value(QStringLiteral("error_description")).toString().startsWith(QStringLiteral("The client is")));
    QVERIFY(answer.header("Content-Language").isEmpty());
    QVERIFY(answer.header("Vary").isEmpty());
    browser.signIn();
    const Response consent = browser.get(authorizePath(browser));
    const Response denial = browser.submit(consent, QStringLiteral("/oauth/authorize"), {}, QStringLiteral("delete"));
    QCOMPARE(answerIn(denial)
                 .queryItemValue(QStringLiteral("error_description"), QUrl::FullyDecoded)
                 .left(18)
                 .replace(u'+', u' '),
             QStringLiteral("The resource owner"));
}

void TestPageLanguages::programsOwnLanguage()
{
    TestBrowser browser({}, catalogues(QLocale(QStringLiteral("de_CH"))));
    QVERIFY(getIn(browser, {}, QStringLiteral("/login")).body.contains("<html lang=\"de\""));
    QVERIFY(getIn(browser, "fr", QStringLiteral("/login")).body.contains("<html lang=\"de\""));
    QVERIFY(getIn(browser, "en", QStringLiteral("/login")).body.contains("<html lang=\"en\""));
}

QTEST_GUILESS_MAIN(TestPageLanguages)
#include "tst_pagelanguages.moc"
