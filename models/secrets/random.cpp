#include "models/secrets/random.h"

#include "models/secrets/sodium.h"

#include <QByteArray>

#include <sodium.h>

namespace Gatehouse {

namespace {
constexpr qsizetype TokenBytes = 32;
}

QString randomToken(Policy::TokenAlphabet alphabet)
{
    ensureSodium();
    QByteArray bytes(TokenBytes, Qt::Uninitialized);
    randombytes_buf(bytes.data(), std::size_t(bytes.size()));
    if (alphabet == Policy::TokenAlphabet::Hex)
        return QString::fromLatin1(bytes.toHex());
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace Gatehouse
