#include "tests/server/endpoints/applications/administration.h"

#include "models/store/applicationstore.h"
#include "models/store/connection.h"
#include "models/store/userstore.h"

#include <QRegularExpression>
#include <QUrl>

namespace Gatehouse {

Policy openDoorkeeper()
{
    Policy policy = take(Policy::preset(QStringLiteral("doorkeeper")));
    policy.adminPagesOpen = true;
    return policy;
}

Administration::Administration(const Policy &policy)
    : TestBrowser(policy)
{
    if (policy.adminPagesOpen)
        return;
    User administrator = user();
    administrator.admin = true;
    take(store()->users().update(administrator));
    store().commit();
    signIn();
}

Response Administration::send(Method method, const QString &path, const Fields &form, const QByteArray &accept)
{
    Request request;
    request.method = method;
    request.path = path.section(u'?', 0, 0).toUtf8();
    request.query = path.section(u'?', 1).toUtf8();
    if (!accept.isEmpty())
        request.headers.append({QByteArray("Accept"), accept});
    if (method == Method::Get)
        return send(std::move(request));
    request.headers.append({QByteArray("Content-Type"), QByteArray("application/x-www-form-urlencoded")});
    request.body = "authenticity_token=" + formToken().toLatin1();
    for (const auto &[name, value] : form)
        request.body += '&' + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return send(std::move(request));
}

Response Administration::sendJson(Method method, const QString &path, const QByteArray &json)
{
    Request request;
    request.method = method;
    request.path = path.toUtf8();
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.body = json;
    return send(std::move(request));
}

Response Administration::program(Method method, const QString &path, const Fields &form)
{
    return send(method, path, form, QByteArrayLiteral("application/json"));
}

std::optional<Application> Administration::stored(Id id)
{
    return take(store()->applications().find(id));
}

qint64 Administration::count(const char *sql)
{
    Statement query = store()->connection().prepare(sql);
    take(query.exec());
    return query.next() ? query.number(0) : -1;
}

QString Administration::formToken()
{
    for (const auto &[name, value] : formFields(get(QStringLiteral("/login")))) {
        if (name == u"authenticity_token")
            return value;
    }
    return {};
}

TestBrowser::Fields applicationFields(const QList<QPair<QString, QString>> &fields)
{
    TestBrowser::Fields all;
    for (const auto &[name, value] : fields)
        all.append({QStringLiteral("doorkeeper_application[%1]").arg(name), value});
    return all;
}

QJsonObject objectIn(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

QJsonArray arrayIn(const Response &response)
{
    return QJsonDocument::fromJson(response.body).array();
}

QString codeIn(const Response &page, const QString &id)
{
    const QRegularExpression code(QStringLiteral("<code id=\"%1\"[^>]*>([^<]*)</code>").arg(id));
    return code.match(QString::fromUtf8(page.body)).captured(1);
}

Id idIn(const Response &redirect)
{
    return targetOf(redirect).section(u'/', -1).toLongLong();
}

} // namespace Gatehouse
