#include "server/tokens/jwtshape.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Gatehouse {

namespace {

std::optional<QJsonObject> decodedPart(const QByteArray &part)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        part, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || part.isEmpty())
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QStringList texts(const QJsonValue &value)
{
    QStringList all;
    for (const QJsonValue &each : value.isArray() ? value.toArray() : QJsonArray {value}) {
        if (each.isString())
            all.append(each.toString());
    }
    return all;
}

} // namespace

std::optional<JwtShape> JwtShape::of(const QString &value)
{
    constexpr int Parts = 3;
    const QList<QByteArray> parts = value.toLatin1().split('.');
    if (parts.size() != Parts)
        return std::nullopt;
    const auto header = decodedPart(parts.at(0));
    const auto claims = decodedPart(parts.at(1));
    if (!header || !claims || !header->value(QLatin1String("alg")).isString())
        return std::nullopt;
    JwtShape shape;
    shape.issuer = claims->value(QLatin1String("iss")).toString();
    shape.subject = claims->value(QLatin1String("sub")).toString();
    for (const char *name : {"aud", "azp", "client_id"})
        shape.audience += texts(claims->value(QLatin1String(name)));
    const QString type = header->value(QLatin1String("typ")).toString().toLower();
    shape.isAccessToken = type == u"at+jwt" || type == u"application/at+jwt";
    return shape;
}

} // namespace Gatehouse
