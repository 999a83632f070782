#include "tests/server/pages/testbrowser.h"

#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"

#include <QRegularExpression>
#include <QUrl>

namespace Gatehouse {

namespace {

QString unescaped(QString text)
{
    text.replace(QLatin1String("&lt;"), QLatin1String("<")).replace(QLatin1String("&gt;"), QLatin1String(">"));
    text.replace(QLatin1String("&quot;"), QLatin1String("\"")).replace(QLatin1String("&apos;"), QLatin1String("'"));
    return text.replace(QLatin1String("&amp;"), QLatin1String("&"));
}

QByteArray encoded(const TestBrowser::Fields &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields) {
        text += text.isEmpty() ? "" : "&";
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

Application named(const char *uid, const char *redirectUris)
{
    Application application;
    application.domainId = DomainStore::DefaultId;
    application.uid = QString::fromLatin1(uid);
    application.name = QStringLiteral("Application ") + application.uid;
    application.secret = storedSecretForGenerated(QStringLiteral("secret"));
    application.redirectUri = QString::fromLatin1(redirectUris);
    return application;
}

} // namespace

TestBrowser::TestBrowser(const Policy &policy, std::shared_ptr<const Catalogues> catalogues)
{
    take(m_store->domains().setPolicy(DomainStore::DefaultId, policy));
    m_web = add(named("web", "http://127.0.0.1:9999/callback"));
    Application desktop = named("desktop", "urn:ietf:wg:oauth:2.0:oob\nhttp://127.0.0.1:9998/cb\nmyapp://callback");
    desktop.confidential = false;
    desktop.secret.clear();
    m_desktop = add(desktop);
    m_user = m_store.addUser(QString::fromLatin1(Email), QString::fromLatin1(Password));
    m_store.commit();
    const Deployment deployment {
        QString::fromLatin1(Origin), {QStringLiteral("127.0.0.1:6749")}, false, std::move(catalogues)};
    m_server = std::make_unique<AuthServer>(*m_store, deployment);
}

Application TestBrowser::add(Application application)
{
    application.domainId = DomainStore::DefaultId;
    return take(m_store->applications().create(application));
}

Response TestBrowser::get(const QString &path, const Fields &query)
{
    Request request;
    request.path = path.section(u'?', 0, 0).toUtf8();
    request.query = query.isEmpty() ? path.section(u'?', 1).toUtf8() : encoded(query);
    return send(std::move(request));
}

Response TestBrowser::post(const QString &path, const Fields &form)
{
    return sendForm(Method::Post, path, form);
}

Response TestBrowser::remove(const QString &path, const Fields &form)
{
    return sendForm(Method::Delete, path, form);
}

Response TestBrowser::sendForm(Method method, const QString &path, const Fields &form)
{
    Request request;
    request.method = method;
    request.path = path.toUtf8();
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request.body = encoded(form);
    return send(std::move(request));
}

Response TestBrowser::send(Request request)
{
    request.headers.append(qMakePair(QByteArray("Host"), QByteArray("127.0.0.1:6749")));
    request.headers.append(extraHeaders);
    request.peer = peer;
    QByteArrayList cookies;
    for (auto under = m_domainCookies.cbegin(); under != m_domainCookies.cend(); ++under) {
        const bool isUnder = QByteArray(request.path + '/').startsWith(QByteArray(under.key() + '/'));
        for (auto it = under->cbegin(); isUnder && it != under->cend(); ++it)
            cookies.append(it.key() + '=' + it.value());
    }
    for (auto it = m_cookies.cbegin(); it != m_cookies.cend(); ++it)
        cookies.append(it.key() + '=' + it.value());
    if (!cookies.isEmpty())
        request.headers.append(qMakePair(QByteArray("Cookie"), cookies.join("; ")));
    Response response = m_server->handle(request);
    while (response.slowCheck) {
        ++slowChecks;
        const SlowCheck check = *response.slowCheck;
        request.verdicts.append({check, verifyPassword(check.digest, check.password)});
        response = m_server->handle(request);
    }
    keepCookies(response);
    return response;
}

void TestBrowser::keepCookies(const Response &response)
{
    for (const auto &[name, value] : response.headers) {
        if (name.compare("Set-Cookie", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArray pair = value.left(value.indexOf(';'));
        const QByteArray key = pair.left(pair.indexOf('='));
        const QByteArray path = value.sliced(value.indexOf("; Path=") + 7).split(';').constFirst();
        auto &cookies = path == "/" ? m_cookies : m_domainCookies[path];
        if (value.contains("Max-Age=0"))
            cookies.remove(key);
        else
            cookies.insert(key, pair.mid(key.size() + 1));
    }
}

Response TestBrowser::submit(const Response &page, const QString &action, const Fields &changes, const QString &method)
{
    Fields fields = formFields(page, method);
    for (const auto &change : changes) {
        fields.removeIf([&change](const auto &field) { return field.first == change.first; });
        fields.append(change);
    }
    return post(action, fields);
}

Response TestBrowser::follow(const Response &redirect)
{
    const QByteArray location = redirect.header("Location");
    if (!location.startsWith(Origin))
        qFatal("The redirect leads elsewhere: %s", location.constData());
    return get(QString::fromLatin1(location.mid(qstrlen(Origin))));
}

Response TestBrowser::signIn(const QString &base)
{
    return submit(get(base + QStringLiteral("/login")), base + QStringLiteral("/login"),
                  {{QStringLiteral("username"), QString::fromLatin1(Email)},
                   {QStringLiteral("password"), QString::fromLatin1(Password)}});
}

TestBrowser::Fields formFields(const Response &page, const QString &method)
{
    static const QRegularExpression form(QStringLiteral("<form.*?</form>"),
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression input(
        QStringLiteral("<input[^>]*name=\"([^\"]*)\"[^>]*?(?:value=\"([^\"]*)\")?[ a-z]*>"));
    for (const QRegularExpressionMatch &each : form.globalMatch(QString::fromUtf8(page.body))) {
        TestBrowser::Fields fields;
        QString override;
        for (const QRegularExpressionMatch &field : input.globalMatch(each.captured())) {
            fields.append({field.captured(1), unescaped(field.captured(2))});
            if (field.captured(1) == u"_method")
                override = field.captured(2);
        }
        if (override == method)
            return fields;
    }
    return {};
}

QUrlQuery answerIn(const Response &redirect)
{
    return QUrlQuery(QUrl(QString::fromLatin1(redirect.header("Location"))).query());
}

QUrlQuery answerInFragment(const Response &redirect)
{
    return QUrlQuery(QUrl(QString::fromLatin1(redirect.header("Location"))).fragment());
}

QString targetOf(const Response &redirect)
{
    const QString location = QString::fromLatin1(redirect.header("Location"));
    return location.section(u'#', 0, 0).section(u'?', 0, 0);
}

} // namespace Gatehouse
