#include "server/message/response.h"

#include "models/jsonwriter.h"

#include <QJsonDocument>

namespace Gatehouse {

void Response::setHeader(const QByteArray &name, const QByteArray &value)
{
    for (auto &[key, old] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            old = value;
            return;
        }
    }
    headers.append({name, value});
}

Response Response::json(int status, const QJsonObject &object)
{
    return json(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Response Response::json(int status, const QByteArray &text)
{
    Response response;
    response.status = status;
    response.headers = {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json; charset=utf-8")},
                        {QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store")},
                        {QByteArrayLiteral("Pragma"), QByteArrayLiteral("no-cache")},
                        {QByteArrayLiteral("X-Content-Type-Options"), QByteArrayLiteral("nosniff")}};
    response.body = text;
    return response;
}

Response Response::json(int status, JsonWriter &&object)
{
    return json(status, object.take());
}

Response Response::html(int status, const QByteArray &page)
{
    Response response;
    response.status = status;
    response.headers = {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("text/html; charset=utf-8")},
                        {QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store")},
                        {QByteArrayLiteral("X-Content-Type-Options"), QByteArrayLiteral("nosniff")}};
    response.body = page;
    return response;
}

Response Response::redirect(const QByteArray &location)
{
    Response response;
    response.status = 302;
    response.headers = {{QByteArrayLiteral("Location"), location},
                        {QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store")}};
    return response;
}

Response Response::waitingFor(const SlowCheck &check)
{
    Response response;
    response.slowCheck = check;
    return response;
}

} // namespace Gatehouse
