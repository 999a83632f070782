#include "server/message/textdecoding.h"

#include <QStringDecoder>

namespace Gatehouse {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isPlainText(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (c == '%' || c == '+' || uchar(c) >= 0x80)
            return false;
    }
    return true;
}

std::optional<QByteArray> decodedPercent(QByteArrayView bytes)
{
    QByteArray decoded;
    decoded.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '%') {
            decoded.append(bytes[i] == '+' ? ' ' : bytes[i]);
            continue;
        }
        const int high = i + 2 < bytes.size() ? hexDigit(bytes[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(bytes[i + 2]) : -1;
        if (low < 0)
            return std::nullopt;
        decoded.append(char(high * 16 + low));
        i += 2;
    }
    return decoded;
}

} // namespace

std::optional<QString> decodedUtf8(QByteArrayView bytes)
{
    using Flag = QStringDecoder::Flag;
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

std::optional<QString> decodedFormText(QByteArrayView bytes)
{
    if (isPlainText(bytes))
        return QString::fromLatin1(bytes);
    const auto decoded = decodedPercent(bytes);
    return decoded ? decodedUtf8(*decoded) : std::nullopt;
}

} // namespace Gatehouse
