#include "authfixture.h"

#include <QTest>

using namespace Gatehouse;

/// Every route with every wrong method, and with each parameter missing, empty, repeated and far too long: an answer that
/// blames the client, never the server.
class OddRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongMethods_data() { addProfiles(); }
    void wrongMethods();
    void oddParameters_data() { addProfiles(); }
    void oddParameters();
    void unknownPaths_data() { addProfiles(); }
    void unknownPaths();

private:
    static void addProfiles();
};

struct Route
{
    const char *path;
    QList<Method> methods;
};

static const QList<Route> routes {{"/", {Method::Get}},
                                  {"/oauth/authorize", {Method::Get, Method::Post, Method::Delete}},
                                  {"/oauth/authorize/native", {Method::Get}},
                                  {"/oauth/token", {Method::Post}},
                                  {"/oauth/token/info", {Method::Get}},
                                  {"/oauth/introspect", {Method::Post}},
                                  {"/oauth/revoke", {Method::Post}},
                                  {"/oauth/applications", {Method::Get, Method::Post}},
                                  {"/oauth/applications/new", {Method::Get}},
                                  {"/oauth/applications/1", {Method::Get, Method::Patch, Method::Put, Method::Delete}},
                                  {"/oauth/applications/1/edit", {Method::Get}},
                                  {"/oauth/authorized_applications", {Method::Get}},
                                  {"/oauth/authorized_applications/1", {Method::Delete}},
                                  {"/.well-known/oauth-authorization-server", {Method::Get}},
                                  {"/login", {Method::Get, Method::Post}},
                                  {"/logout", {Method::Post}},
                                  {"/assets/gatehouse.css", {Method::Get}}};

/// What any of the routes reads.
static const Form parameters {{"response_type", "code"},
                              {"client_id", "client"},
                              {"client_secret", "secret"},
                              {"redirect_uri", Callback},
                              {"scope", "public"},
                              {"state", "s"},
                              {"code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"},
                              {"code_challenge_method", "S256"},
                              {"grant_type", "authorization_code"},
                              {"code", "c"},
                              {"code_verifier", "v"},
                              {"refresh_token", "r"},
                              {"token", "t"},
                              {"token_type_hint", "access_token"},
                              {"username", "nobody@example.com"},
                              {"return_to", "/"},
                              {"doorkeeper_application[name]", "n"},
                              {"doorkeeper_application[redirect_uri]", "https://a.example/cb"},
                              {"doorkeeper_application[scopes]", "public"}};

static Request requestOf(Method method, const char *path, const Form &form)
{
    Request request;
    request.method = method;
    request.path = path;
    const QByteArray encoded = AuthFixture::encoded(form);
    if (method == Method::Get || method == Method::Head || method == Method::Delete) {
        request.query = encoded;
    } else {
        request.body = encoded;
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    }
    return request;
}

/// The form with one parameter changed in every way.
static QList<Form> oddities(qsizetype place)
{
    const auto &[name, value] = parameters.at(place);
    Form missing = parameters;
    missing.removeAt(place);
    return {missing, missing + Form {{name, QString()}}, parameters + Form {{name, value}},
            missing + Form {{name, QString(60000, u'x')}}, missing + Form {{name, QStringLiteral("\"'<>\n\t{}[]")}}};
}

static QByteArray described(const Request &request, int status)
{
    const QByteArray sent = request.query + request.body;
    return QByteArray(methodName(request.method)) + ' ' + request.path + ' ' + sent.left(200) + ' '
        + QByteArray::number(status);
}

void OddRequestsTest::addProfiles()
{
    QTest::addColumn<QString>("profile");
    for (const QString &profile : Policy::profiles())
        QTest::newRow(qPrintable(profile)) << profile;
}

void OddRequestsTest::wrongMethods()
{
    QFETCH(QString, profile);
    AuthFixture auth(profile);
    for (const Route &route : routes) {
        for (const Method method :
             {Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete, Method::Other}) {
            if (route.methods.contains(method))
                continue;
            const Request request = requestOf(method, route.path, {});
            const int status = auth.send(request).status();
            QVERIFY2(status >= 400 && status < 500, described(request, status).constData());
        }
    }
}

void OddRequestsTest::oddParameters()
{
    QFETCH(QString, profile);
    AuthFixture auth(profile);
    for (const Route &route : routes) {
        for (const Method method : route.methods) {
            for (qsizetype place = 0; place < parameters.size(); ++place) {
                for (const Form &form : oddities(place)) {
                    const Request request = requestOf(method, route.path, form);
                    const int status = auth.send(request).status();
                    QVERIFY2(status >= 200 && status < 500, described(request, status).constData());
                }
            }
        }
    }
}

void OddRequestsTest::unknownPaths()
{
    QFETCH(QString, profile);
    AuthFixture auth(profile);
    for (const char *path : {"/nothing", "/oauth", "/oauth/", "/oauth/applications/0", "/oauth/applications/-1",
                             "/oauth/applications/99999999999999999999", "/oauth/applications/1/destroy",
                             "/oauth/token/info/more", "/assets/../gatehouse.css", "/assets/none"}) {
        const Request request = requestOf(Method::Get, path, {});
        const int status = auth.send(request).status();
        // A page for administrators sends whoever is not signed in to the login first.
        QVERIFY2((status >= 400 && status < 500) || status == 302, described(request, status).constData());
    }
}

QTEST_GUILESS_MAIN(OddRequestsTest)
#include "tst_oddrequests.moc"
