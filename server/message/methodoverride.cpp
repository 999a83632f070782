#include "server/message/methodoverride.h"

#include "server/message/parameters.h"

#include <string_view>

namespace Gatehouse {

namespace {

constexpr std::string_view Field = "_method";

bool mayHoldField(const QByteArray &body)
{
    return std::string_view(body.constData(), size_t(body.size())).find(Field) != std::string_view::npos;
}

QString overrideIn(const Request &request)
{
    Request form;
    form.headers = request.headers;
    form.body = request.body;
    return parametersOf(form).value(QString::fromLatin1(Field.data(), Field.size())).toLower();
}

} // namespace

Method intendedMethod(const Request &request)
{
    if (request.method == Method::Head)
        return Method::Get;
    const bool mayOverride = request.method == Method::Post && mayHoldField(request.body)
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
