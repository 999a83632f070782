#include "server/message/request.h"

namespace Gatehouse {

namespace {

const QByteArray *findHeader(const Headers &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.size() == name.size() && key.compare(name, Qt::CaseInsensitive) == 0)
            return &value;
    }
    return nullptr;
}

} // namespace

QByteArray headerValue(const Headers &headers, QByteArrayView name)
{
    const QByteArray *value = findHeader(headers, name);
    return value ? *value : QByteArray();
}

bool hasHeader(const Headers &headers, QByteArrayView name)
{
    return findHeader(headers, name) != nullptr;
}

QByteArray methodName(Method method)
{
    switch (method) {
    case Method::Get:
        return QByteArrayLiteral("GET");
    case Method::Head:
        return QByteArrayLiteral("HEAD");
    case Method::Post:
        return QByteArrayLiteral("POST");
    case Method::Put:
        return QByteArrayLiteral("PUT");
    case Method::Patch:
        return QByteArrayLiteral("PATCH");
    case Method::Delete:
        return QByteArrayLiteral("DELETE");
    case Method::Options:
        return QByteArrayLiteral("OPTIONS");
    case Method::Other:
        break;
    }
    return {};
}

} // namespace Gatehouse
