#include "authfixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Gatehouse;

/// GET /.well-known/oauth-authorization-server, RFC 8414.
class MetadataEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryEndpointThatAnswers();
    void followsThePolicy();
    void leavesTheAuthorizationEndpointOut();
    void changesWithThePolicy();

private:
    static QJsonObject metadata(AuthFixture &auth)
    {
        const Answer answer = auth.get("/.well-known/oauth-authorization-server");
        return answer.status() == 200 ? answer.json() : QJsonObject();
    }
};

void MetadataEndpointTest::namesEveryEndpointThatAnswers()
{
    AuthFixture auth;
    const QJsonObject json = metadata(auth);
    const QString issuer = json["issuer"].toString();
    QCOMPARE(issuer, QStringLiteral("http://127.0.0.1:6749"));
    for (const char *name :
         {"authorization_endpoint", "token_endpoint", "revocation_endpoint", "introspection_endpoint"}) {
        const QString address = json[QLatin1String(name)].toString();
        QVERIFY2(address.startsWith(issuer), name);
        Request request;
        request.method = Method::Options;
        request.path = address.mid(issuer.size()).toLatin1();
        QCOMPARE(auth.send(request).status(), 204);
    }
}

void MetadataEndpointTest::followsThePolicy()
{
    AuthFixture auth;
    auth.change([](Policy &policy) {
        policy.grantTypes = QStringList {"authorization_code", "password"};
        policy.implicitFlow = true;
        policy.pkceMethods = QStringList {"S256"};
        policy.defaultScopes = QStringList {"a"};
        policy.optionalScopes = QStringList {"b"};
        policy.issInResponses = false;
        policy.introspectionRule = Policy::IntrospectionRule::SameClient;
    });
    const QJsonObject json = metadata(auth);
    QCOMPARE(json["grant_types_supported"].toArray(), (QJsonArray {"authorization_code", "password", "implicit"}));
    QCOMPARE(json["response_types_supported"].toArray(), (QJsonArray {"code", "token"}));
    QCOMPARE(json["code_challenge_methods_supported"].toArray(), QJsonArray {"S256"});
    QCOMPARE(json["scopes_supported"].toArray(), (QJsonArray {"a", "b"}));
    QCOMPARE(json["authorization_response_iss_parameter_supported"], QJsonValue(false));
    QVERIFY(json["introspection_endpoint_auth_methods_supported"].toArray().contains("none"));
}

void MetadataEndpointTest::leavesTheAuthorizationEndpointOut()
{
    AuthFixture auth;
    auth.change([](Policy &policy) { policy.grantTypes = QStringList {"client_credentials"}; });
    const QJsonObject json = metadata(auth);
    QVERIFY(!json.contains("authorization_endpoint"));
    QVERIFY(!json.contains("code_challenge_methods_supported"));
    QCOMPARE(json["response_types_supported"].toArray(), QJsonArray());
    QVERIFY(!json["introspection_endpoint_auth_methods_supported"].toArray().contains("none"));
}

/// The document is kept between requests, and no longer than it is true.
void MetadataEndpointTest::changesWithThePolicy()
{
    AuthFixture auth;
    for (const char *scope : {"a", "b", "a"}) {
        auth.change([&](Policy &policy) { policy.defaultScopes = QStringList {scope}; });
        QCOMPARE(metadata(auth)["scopes_supported"].toArray().at(0), QJsonValue(scope));
        QCOMPARE(metadata(auth)["scopes_supported"].toArray().at(0), QJsonValue(scope));
    }
}

QTEST_GUILESS_MAIN(MetadataEndpointTest)
#include "tst_metadataendpoint.moc"
