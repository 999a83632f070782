#include "tests/app/programrun.h"
#include "tests/web/webdriver.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

/// The web pages as a person meets them, in a real Chromium: with and without script, light and dark, wide and on a phone.
class TestBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsInAndGetsACode_data() { addLooks(); }
    void signsInAndGetsACode();
    void denies_data() { addLooks(); }
    void denies();
    void managesApplications_data() { addLooks(); }
    void managesApplications();
    void revokesAnAuthorizedApplication_data() { addLooks(); }
    void revokesAnAuthorizedApplication();
    void worksFromTheKeyboard();
    void speaksTheReadersLanguage_data();
    void speaksTheReadersLanguage();

private:
    static void addLooks();
    void start();
    void start(const WebDriver::Look &look);
    QString address(const QString &path) const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port) + path; }
    QString authorizeAddress(const QString &redirectUri, const QString &scope) const;
    QString redirectUri() const { return QStringLiteral("http://127.0.0.1:%1/callback").arg(m_client.serverPort()); }
    void signIn();
    /// The page in front is in order; keeps a picture of it.
    void look(const char *page);
    /// Opens the question at `place` and answers it.
    void confirm(const QString &place);

    QTemporaryDir m_home;
    std::unique_ptr<ProgramRun> m_program;
    quint16 m_port = 0;
    QTcpServer m_client;
    std::unique_ptr<WebDriver> m_browser;
    WebDriver::Look m_look;
};

// The sample world's second application: confidential, with a redirect to any port of the loopback address.
static const QString WebClient = QStringLiteral("1f0c3a52b7d94e6683aa10c2d5e8f7b6091e2d3c4b5a69788796a5b4c3d2e1f0");
static const QString OutOfBand = QStringLiteral("urn:ietf:wg:oauth:2.0:oob");

void TestBrowser::initTestCase()
{
    QVERIFY(m_client.listen(QHostAddress(QHostAddress::LocalHost)));
    connect(&m_client, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = m_client.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
            socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
}

void TestBrowser::addLooks()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("script");
    QTest::newRow("wide") << 1200 << false << true;
    QTest::newRow("without script") << 1200 << false << false;
    QTest::newRow("phone, dark") << 360 << true << true;
}

void TestBrowser::start()
{
    QFETCH(int, width);
    QFETCH(bool, dark);
    QFETCH(bool, script);
    start({width, dark, script, QStringLiteral("en-GB")});
}

/// A fresh server too: it remembers what was consented to.
void TestBrowser::start(const WebDriver::Look &look)
{
    m_look = look;
    m_browser.reset();
    m_browser = std::make_unique<WebDriver>(m_look);
    m_program = std::make_unique<ProgramRun>(m_home);
    m_port = m_program->serve({QStringLiteral("--demo"), QStringLiteral("--profile"), QStringLiteral("doorkeeper"),
                               QStringLiteral("--database"), QStringLiteral(":memory:")});
    QVERIFY2(m_port != 0, qPrintable(m_program->complaints()));
}

QString TestBrowser::authorizeAddress(const QString &redirectUri, const QString &scope) const
{
    QUrl url(address(QStringLiteral("/oauth/authorize")));
    const bool isOutOfBand = redirectUri == OutOfBand;
    const QString sample = QStringLiteral("9b36d8c0db59eff5038aea7a417d73e69aea75b41aac771816d2ef1b3109cc2f");
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("response_type"), QStringLiteral("code"));
    query.addQueryItem(QStringLiteral("client_id"), isOutOfBand ? sample : WebClient);
    query.addQueryItem(QStringLiteral("redirect_uri"), redirectUri);
    query.addQueryItem(QStringLiteral("scope"), scope);
    query.addQueryItem(QStringLiteral("state"), QStringLiteral("s-1"));
    url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

void TestBrowser::signIn()
{
    m_browser->fill(QStringLiteral("#username"), QStringLiteral("user@example.com"));
    m_browser->fill(QStringLiteral("#password"), QStringLiteral("doorkeeper"));
    m_browser->click(QStringLiteral("form input[type=submit]"));
}

void TestBrowser::look(const char *page)
{
    const QStringList errors = m_browser->consoleErrors();
    QVERIFY2(errors.isEmpty(), qPrintable(QString::fromLatin1(page) + u' ' + errors.join(u'\n')));
    const int width = m_browser->contentWidth();
    QVERIFY2(width <= m_look.width, qPrintable(QStringLiteral("%1 is %2 wide").arg(QLatin1String(page)).arg(width)));
    const QString folder = qEnvironmentVariable("GATEHOUSE_PICTURES");
    if (folder.isEmpty())
        return;
    QFile picture(QDir(folder).filePath(
        QStringLiteral("%1 %2.png").arg(QLatin1String(page), QLatin1String(QTest::currentDataTag()))));
    QVERIFY(picture.open(QIODevice::WriteOnly));
    picture.write(m_browser->screenshot());
}

void TestBrowser::confirm(const QString &place)
{
    m_browser->click(place + QStringLiteral(" summary"));
    m_browser->click(place + QStringLiteral(" input[type=submit]"));
}

void TestBrowser::signsInAndGetsACode()
{
    start();
    m_browser->open(authorizeAddress(OutOfBand, QStringLiteral("public read")));
    QVERIFY(m_browser->has(QStringLiteral("#password")));
    look("login");
    m_browser->fill(QStringLiteral("#username"), QStringLiteral("user@example.com"));
    m_browser->fill(QStringLiteral("#password"), QStringLiteral("wrong"));
    m_browser->click(QStringLiteral("form input[type=submit]"));
    QVERIFY(m_browser->has(QStringLiteral("[role=alert]")));
    QCOMPARE(m_browser->value(QStringLiteral("#username")), QStringLiteral("user@example.com"));
    m_browser->consoleErrors(); // the browser names the refusal there
    signIn();
    const QString heading = m_browser->text(QStringLiteral("h1"));
    QVERIFY2(heading.contains(QStringLiteral("Doorkeeper Sinatra Client")), qPrintable(heading + m_browser->url()));
    look("consent");
    m_browser->click(QStringLiteral(".choices form:first-child input[type=submit]"));
    QVERIFY(m_browser->text(QStringLiteral("#authorization_code")).size() >= 32);
    look("code");
}

void TestBrowser::denies()
{
    start();
    m_browser->open(authorizeAddress(redirectUri(), QStringLiteral("write")));
    signIn();
    look("consent of a web client");
    m_browser->click(QStringLiteral(".choices form:last-child input[type=submit]"));
    QTRY_COMPARE(QUrl(m_browser->url()).port(),
                 int(m_client.serverPort())); // the driver does not wait for another site
    const QUrlQuery query(QUrl(m_browser->url()));
    QCOMPARE(query.queryItemValue(QStringLiteral("error")), QStringLiteral("access_denied"));
    QCOMPARE(query.queryItemValue(QStringLiteral("state")), QStringLiteral("s-1"));
    QVERIFY(!query.hasQueryItem(QStringLiteral("code")));
}

void TestBrowser::managesApplications()
{
    start();
    m_browser->open(address(QStringLiteral("/oauth/applications")));
    QVERIFY(m_browser->has(QStringLiteral("#application_1")));
    look("applications");
    m_browser->click(QStringLiteral("a[href='/oauth/applications/new']"));
    m_browser->fill(QStringLiteral("#redirect_uri"), QStringLiteral("http://app.example/callback"));
    m_browser->click(QStringLiteral("form input[type=submit]"));
    QVERIFY(m_browser->has(QStringLiteral("[aria-invalid=true]")));
    m_browser->consoleErrors();
    look("application refused");
    m_browser->fill(QStringLiteral("#name"), QStringLiteral("Lab <b>&"));
    m_browser->fill(QStringLiteral("#redirect_uri"), QStringLiteral("https://app.example/callback"));
    m_browser->click(QStringLiteral("form input[type=submit]"));
    QVERIFY(m_browser->text(QStringLiteral("h1")).contains(QStringLiteral("Lab <b>&")));
    QVERIFY(m_browser->text(QStringLiteral("#secret")).size() >= 32);
    look("application");
    m_browser->click(QStringLiteral(".actions a[href$='/edit']"));
    QCOMPARE(m_browser->value(QStringLiteral("#name")), QStringLiteral("Lab <b>&"));
    look("edit application");
    m_browser->fill(QStringLiteral("#name"), QStringLiteral("Laboratory"));
    m_browser->click(QStringLiteral("form input[type=submit]"));
    QVERIFY(m_browser->text(QStringLiteral("h1")).contains(QStringLiteral("Laboratory")));
    confirm(QStringLiteral(".actions details"));
    QTRY_VERIFY(m_browser->url().endsWith(QStringLiteral("/oauth/applications"))); // the driver may answer first
    QVERIFY(!m_browser->text(QStringLiteral("main")).contains(QStringLiteral("Laboratory")));
}

void TestBrowser::revokesAnAuthorizedApplication()
{
    start();
    m_browser->open(address(QStringLiteral("/oauth/authorized_applications")));
    signIn();
    QProcess curl;
    curl.start(QStringLiteral("curl"),
               {QStringLiteral("-sS"), address(QStringLiteral("/oauth/token")), QStringLiteral("-d"),
                QStringLiteral("grant_type=password&username=user@example.com&password=doorkeeper"
                               "&client_id=9b36d8c0db59eff5038aea7a417d73e69aea75b41aac771816d2ef1b3109cc2f"
                               "&client_secret=d6ea27703957b69939b8104ed4524595e210cd2e79af587744a7eb6e58f5b3d2")});
    QVERIFY(curl.waitForFinished(20000));
    QVERIFY(curl.readAllStandardOutput().contains("access_token"));
    m_browser->open(address(QStringLiteral("/oauth/authorized_applications")));
    QVERIFY(m_browser->text(QStringLiteral("main")).contains(QStringLiteral("Doorkeeper Sinatra Client")));
    look("authorized applications");
    confirm(QStringLiteral("table details"));
    QVERIFY(m_browser->url().endsWith(QStringLiteral("/oauth/authorized_applications")));
    QVERIFY(!m_browser->has(QStringLiteral("table")));
    look("no authorized applications");
}

void TestBrowser::worksFromTheKeyboard()
{
    start({});
    m_browser->open(authorizeAddress(OutOfBand, QStringLiteral("public write")));
    const QString enter(QChar(0xE007));
    m_browser->press(QStringLiteral("#username"), QStringLiteral("user@example.com"));
    m_browser->press(QStringLiteral("#password"), QStringLiteral("doorkeeper") + enter);
    QVERIFY(m_browser->has(QStringLiteral(".choices")));
    m_browser->press(QStringLiteral(".choices form:first-child input[type=submit]"), enter);
    QVERIFY(m_browser->has(QStringLiteral("#authorization_code")));
    m_browser.reset();
}

void TestBrowser::speaksTheReadersLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("width");
    QTest::newRow("German") << "de-AT" << 1200;
    QTest::newRow("German on a phone") << "de" << 360;
}

void TestBrowser::speaksTheReadersLanguage()
{
    QFETCH(QString, language);
    QFETCH(int, width);
    start({width, false, true, language});
    m_browser->open(authorizeAddress(OutOfBand, QStringLiteral("public read")));
    QVERIFY(m_browser->has(QStringLiteral("html[lang=de]")));
    QCOMPARE(m_browser->text(QStringLiteral("h1")), QStringLiteral("Anmelden"));
    look("login");
    signIn();
    QVERIFY(m_browser->has(QStringLiteral("html[lang=de]")));
    QVERIFY(m_browser->text(QStringLiteral("h1")).contains(QStringLiteral("bittet um Zugriff auf Ihr Konto")));
    QVERIFY(m_browser->text(QStringLiteral(".scopes")).contains(QStringLiteral("Ihre Daten lesen")));
    look("consent");
    for (const char *page : {"/", "/oauth/applications", "/oauth/applications/new", "/oauth/applications/1",
                             "/oauth/authorized_applications"}) {
        m_browser->open(address(QString::fromLatin1(page)));
        QVERIFY(m_browser->has(QStringLiteral("html[lang=de]")));
        look(qPrintable(QString::fromLatin1(page).section(u'/', -1)));
    }
    m_browser.reset();
}

QTEST_GUILESS_MAIN(TestBrowser)
#include "tst_browser.moc"
