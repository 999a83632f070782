#include "server/message/basiccredentials.h"

#include "server/message/textdecoding.h"

#include <QByteArray>

namespace Gatehouse {

namespace {

std::optional<QString> decodedPart(QByteArrayView part, BasicEncoding encoding)
{
    const auto text = encoding == BasicEncoding::Form ? decodedFormText(part) : decodedUtf8(part);
    return text && !text->contains(QChar(u'\0')) ? text : std::nullopt;
}

} // namespace

std::optional<QByteArrayView> authorizationValue(QByteArrayView header, QByteArrayView scheme)
{
    if (header.size() <= scheme.size() || header[scheme.size()] != ' '
        || header.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return header.sliced(scheme.size() + 1).trimmed();
}

std::optional<BasicCredentials> parseBasicCredentials(QByteArrayView header, BasicEncoding encoding)
{
    const auto value = authorizationValue(header, "Basic");
    if (!value)
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(value->toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = decoded ? decoded.decoded.indexOf(':') : -1;
    if (colon < 0)
        return std::nullopt;
    const QByteArrayView pair = decoded.decoded;
    const auto id = decodedPart(pair.first(colon), encoding);
    const auto secret = decodedPart(pair.sliced(colon + 1), encoding);
    if (!id || !secret)
        return std::nullopt;
    return BasicCredentials {*id, *secret};
}

} // namespace Gatehouse
