#include "authfixture.h"

#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/grantstore.h"
#include "models/store/userstore.h"
#include "server/tokens/tokenissuer.h"

#include <QJsonDocument>
#include <QSqlQuery>
#include <QUrl>

namespace Gatehouse {

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(response.body).object();
}

AuthFixture::AuthFixture(const QString &profile)
{
    change([&](Policy &policy) { policy = take(Policy::preset(profile)); });
    Application application = m_store.application();
    application.id = 0;
    application.name = application.uid = QStringLiteral("public");
    application.secret.clear();
    application.confidential = false;
    m_public = take(m_store->applications().create(application));
    m_user = take(m_store->users().find(m_store.user().id)).value();
    take(m_store->users().setPassword(m_user.id, hashPassword(QStringLiteral("password"))));
    m_store.commit();
    Deployment deployment;
    deployment.issuer = QStringLiteral("http://127.0.0.1:6749");
    deployment.hosts = QStringList {QStringLiteral("127.0.0.1:6749")};
    m_server = std::make_unique<AuthServer>(*m_store, deployment);
}

Policy AuthFixture::policy()
{
    return take(m_store->domains().defaultDomain()).policy;
}

void AuthFixture::change(const std::function<void(Policy &)> &edit)
{
    Policy changed = policy();
    edit(changed);
    take(m_store->domains().setPolicy(DomainStore::DefaultId, changed));
    m_store.commit();
}

void AuthFixture::update(const Application &application)
{
    take(m_store->applications().update(application));
    m_store.commit();
}

Answer AuthFixture::send(Request request)
{
    if (!hasHeader(request.headers, "Host"))
        request.headers.emplaceBack("Host", "127.0.0.1:6749");
    request.peer = QHostAddress(QHostAddress::LocalHost);
    Response response = m_server->handle(request);
    while (response.slowCheck) {
        const SlowCheck check = *response.slowCheck;
        request.verdicts.append({check, verifyPassword(check.digest, check.password)});
        response = m_server->handle(request);
    }
    m_store.commit();
    return {response};
}

Answer AuthFixture::get(const QByteArray &path, const Headers &headers)
{
    Request request;
    request.path = path;
    request.headers = headers;
    return send(request);
}

Answer AuthFixture::post(const QByteArray &path, const Form &form, const Headers &headers)
{
    Request request;
    request.method = Method::Post;
    request.path = path;
    request.headers = headers;
    request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
    request.body = encoded(form);
    return send(request);
}

Answer AuthFixture::token(const Form &form)
{
    return post("/oauth/token", withClient(form));
}

Answer AuthFixture::introspect(const QString &token)
{
    return post("/oauth/introspect", withClient({{"token", token}}));
}

Answer AuthFixture::revoke(const QString &token)
{
    return post("/oauth/revoke", withClient({{"token", token}}));
}

Answer AuthFixture::tokenInfo(const QString &token)
{
    return get("/oauth/token/info", {bearer(token)});
}

QString AuthFixture::code(const std::function<void(AccessGrant &)> &edit)
{
    const QString code = QStringLiteral("code-%1").arg(++m_codes);
    AccessGrant grant;
    grant.domainId = DomainStore::DefaultId;
    grant.applicationId = client().id;
    grant.resourceOwnerId = m_user.id;
    grant.token = storedToken(policy(), code);
    grant.expiresIn = 60;
    grant.redirectUri = Callback;
    grant.scopes = QStringLiteral("public");
    grant.createdAt = m_store.now();
    grant.expiresAt = m_store.now() + 60 * 1000;
    if (edit)
        edit(grant);
    take(m_store->grants().insert(grant));
    m_store.commit();
    return code;
}

Answer AuthFixture::pair(const QString &scopes)
{
    return token({{"grant_type", "authorization_code"},
                  {"code", code([&](AccessGrant &grant) { grant.scopes = scopes; })},
                  {"redirect_uri", Callback}});
}

Form AuthFixture::withClient(Form form)
{
    form.emplaceBack("client_id", "client");
    form.emplaceBack("client_secret", "secret");
    return form;
}

QPair<QByteArray, QByteArray> AuthFixture::basic(const QByteArray &id, const QByteArray &secret)
{
    return {"Authorization", "Basic " + QByteArray(id + ':' + secret).toBase64()};
}

QPair<QByteArray, QByteArray> AuthFixture::bearer(const QString &token)
{
    return {"Authorization", "Bearer " + token.toUtf8()};
}

QByteArray AuthFixture::encoded(const Form &form)
{
    QByteArray text;
    for (const auto &[name, value] : form)
        text += (text.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return text;
}

qint64 AuthFixture::count(const QString &tableAndCondition)
{
    QSqlQuery query(m_store->connection().handle());
    if (!query.exec(QStringLiteral("SELECT count(*) FROM ") + tableAndCondition) || !query.next())
        qFatal("No such count: %s", qPrintable(tableAndCondition));
    return query.value(0).toLongLong();
}

} // namespace Gatehouse
