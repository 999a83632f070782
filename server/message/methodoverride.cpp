#include "server/message/methodoverride.h"

#include "server/message/parameters.h"

namespace Gatehouse {

namespace {

constexpr char Field[] = "_method";

QString overrideIn(const Request &request)
{
    Request form;
    form.headers = request.headers;
    form.body = request.body;
    return parametersOf(form).value(QString::fromLatin1(Field)).toLower();
}

} // namespace

Method intendedMethod(const Request &request)
{
    if (request.method == Method::Head)
        return Method::Get;
    const bool mayOverride = request.method == Method::Post && request.body.contains(Field)
        && !request.header("Content-Type").toLower().startsWith("application/json");
    if (!mayOverride)
        return request.method;
    const QString name = overrideIn(request);
    if (name == u"patch")
        return Method::Patch;
    if (name == u"put")
        return Method::Put;
    return name == u"delete" ? Method::Delete : Method::Post;
}

} // namespace Gatehouse
