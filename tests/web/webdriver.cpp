#include "tests/web/webdriver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace {

constexpr int Patience = 30000;
const QString ElementKey = QStringLiteral("element-6066-11e4-a52e-4f735466cecf"); // WebDriver section 12.1

} // namespace

WebDriver::WebDriver(const Look &look)
{
    startDriver();
    startSession(look);
    setLook(look);
}

WebDriver::~WebDriver()
{
    if (!m_session.isEmpty())
        command("DELETE", QString());
    m_driver->terminate();
    if (!m_driver->waitForFinished(Patience))
        m_driver->kill();
}

void WebDriver::startDriver()
{
    m_driver = std::make_unique<QProcess>();
    m_driver->setProcessChannelMode(QProcess::MergedChannels);
    m_driver->start(QStringLiteral("chromedriver"), {QStringLiteral("--port=0")});
    static const QRegularExpression started(QStringLiteral("started successfully on port (\\d+)"));
    QString output;
    QString port;
    const auto isUp = [&] {
        output += QString::fromUtf8(m_driver->readAll());
        port = started.match(output).captured(1);
        return !port.isEmpty();
    };
    if (!QTest::qWaitFor(isUp, Patience))
        qFatal("chromedriver does not start: %s %s", qPrintable(output), qPrintable(m_driver->errorString()));
    m_base = QStringLiteral("http://127.0.0.1:%1").arg(port);
}

void WebDriver::startSession(const Look &look)
{
    QJsonObject options {
        {QStringLiteral("args"),
         QJsonArray {QStringLiteral("--headless=new"), QStringLiteral("--no-sandbox"), QStringLiteral("--disable-gpu"),
                     QStringLiteral("--disable-dev-shm-usage"), QString(QStringLiteral("--lang=") + look.language),
                     QStringLiteral("--window-size=1200,900"),
                     QString(QStringLiteral("--user-data-dir=") + m_profile.path())}}};
    QJsonObject preferences {{QStringLiteral("intl.accept_languages"), look.language}};
    if (!look.script)
        preferences.insert(QStringLiteral("profile.managed_default_content_settings.javascript"), 2);
    options.insert(QStringLiteral("prefs"), preferences);
    const QJsonObject wanted {
        {QStringLiteral("goog:chromeOptions"), options},
        {QStringLiteral("goog:loggingPrefs"), QJsonObject {{QStringLiteral("browser"), QStringLiteral("ALL")}}}};
    const QJsonValue session = command(
        "POST", QString(), {{QStringLiteral("capabilities"), QJsonObject {{QStringLiteral("alwaysMatch"), wanted}}}});
    m_session = session[QStringLiteral("sessionId")].toString();
}

void WebDriver::setLook(const Look &look)
{
    chromium(QStringLiteral("Emulation.setDeviceMetricsOverride"),
             {{QStringLiteral("width"), look.width},
              {QStringLiteral("height"), 900},
              {QStringLiteral("deviceScaleFactor"), 1},
              {QStringLiteral("mobile"), look.width < 600}});
    const QJsonObject scheme {{QStringLiteral("name"), QStringLiteral("prefers-color-scheme")},
                              {QStringLiteral("value"), look.dark ? QStringLiteral("dark") : QStringLiteral("light")}};
    chromium(QStringLiteral("Emulation.setEmulatedMedia"), {{QStringLiteral("features"), QJsonArray {scheme}}});
}

void WebDriver::open(const QString &url)
{
    command("POST", QStringLiteral("/url"), {{QStringLiteral("url"), url}});
}

QString WebDriver::url()
{
    return command("GET", QStringLiteral("/url")).toString();
}

bool WebDriver::has(const QString &selector)
{
    return !command("POST", QStringLiteral("/elements"),
                    {{QStringLiteral("using"), QStringLiteral("css selector")}, {QStringLiteral("value"), selector}})
                .toArray()
                .isEmpty();
}

QString WebDriver::find(const QString &selector)
{
    return command("POST", QStringLiteral("/element"),
                   {{QStringLiteral("using"), QStringLiteral("css selector")},
                    {QStringLiteral("value"), selector}})[ElementKey]
        .toString();
}

QString WebDriver::text(const QString &selector)
{
    return command("GET", QStringLiteral("/element/%1/text").arg(find(selector))).toString();
}

QString WebDriver::value(const QString &selector)
{
    return command("GET", QStringLiteral("/element/%1/property/value").arg(find(selector))).toString();
}

void WebDriver::click(const QString &selector)
{
    command("POST", QStringLiteral("/element/%1/click").arg(find(selector)));
}

void WebDriver::fill(const QString &selector, const QString &text)
{
    const QString element = find(selector);
    command("POST", QStringLiteral("/element/%1/clear").arg(element));
    command("POST", QStringLiteral("/element/%1/value").arg(element), {{QStringLiteral("text"), text}});
}

void WebDriver::press(const QString &selector, const QString &keys)
{
    command("POST", QStringLiteral("/element/%1/value").arg(find(selector)), {{QStringLiteral("text"), keys}});
}

int WebDriver::contentWidth()
{
    return chromium(QStringLiteral("Page.getLayoutMetrics"))[QStringLiteral("cssContentSize")][QStringLiteral("width")]
        .toInt();
}

QStringList WebDriver::consoleErrors()
{
    QStringList errors;
    const QJsonArray entries
        = command("POST", QStringLiteral("/se/log"), {{QStringLiteral("type"), QStringLiteral("browser")}}).toArray();
    for (const QJsonValue &entry : entries) {
        if (entry[QStringLiteral("level")].toString() == QLatin1String("SEVERE"))
            errors.append(entry[QStringLiteral("message")].toString());
    }
    return errors;
}

QByteArray WebDriver::screenshot()
{
    const QJsonObject picture
        = chromium(QStringLiteral("Page.captureScreenshot"), {{QStringLiteral("captureBeyondViewport"), true}});
    return QByteArray::fromBase64(picture[QStringLiteral("data")].toString().toLatin1());
}

QJsonObject WebDriver::chromium(const QString &name, const QJsonObject &parameters)
{
    return command("POST", QStringLiteral("/goog/cdp/execute"),
                   {{QStringLiteral("cmd"), name}, {QStringLiteral("params"), parameters}})
        .toObject();
}

QJsonValue WebDriver::command(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    QString error;
    const QJsonValue value = attempt(method, path, body, error);
    if (!error.isEmpty())
        qFatal("%s %s: %s", method.constData(), qPrintable(path), qPrintable(error));
    return value;
}

QJsonValue WebDriver::attempt(const QByteArray &method, const QString &path, const QJsonObject &body, QString &error)
{
    const QString session = m_session.isEmpty() ? QString() : u'/' + m_session;
    QNetworkRequest request(QUrl(m_base + QStringLiteral("/session") + session + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QByteArray content = method == "POST" ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray();
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, content));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, Patience)) {
        error = QStringLiteral("no answer");
        return {};
    }
    const QJsonValue value = QJsonDocument::fromJson(reply->readAll())[QStringLiteral("value")];
    if (reply->error() != QNetworkReply::NoError)
        error = value[QStringLiteral("message")].toString(reply->errorString());
    return value;
}
