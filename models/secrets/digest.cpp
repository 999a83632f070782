#include "models/secrets/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sodium.h>

#include <array>

namespace Gatehouse {

namespace {

constexpr char16_t HexDigits[] = u"0123456789abcdef";

/// OpenSSL does not clean up at the program's end: a thread that Qt has waited for may still be about to free what it has
/// of it.
const bool opensslIsKept = ::OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr) == 1;

struct DigestContext
{
    EVP_MD_CTX *context = ::EVP_MD_CTX_new();
    ~DigestContext() { ::EVP_MD_CTX_free(context); }
};

} // namespace

/// OpenSSL's SHA-256 takes a quarter of the time of Qt's, and every request needs one or two.
QString sha256Hex(const QString &value)
{
    static const EVP_MD *const algorithm = ::EVP_MD_fetch(nullptr, "SHA256", nullptr);
    static thread_local const DigestContext kept;
    std::array<unsigned char, 32> digest {};
    const QByteArray bytes = value.toUtf8();
    const bool isDone = ::EVP_DigestInit_ex2(kept.context, algorithm, nullptr) == 1
        && ::EVP_DigestUpdate(kept.context, bytes.constData(), size_t(bytes.size())) == 1
        && ::EVP_DigestFinal_ex(kept.context, digest.data(), nullptr) == 1;
    if (!isDone)
        qFatal("OpenSSL has no SHA-256.");
    QString hex(qsizetype(2 * digest.size()), Qt::Uninitialized);
    QChar *to = hex.data();
    for (const unsigned char byte : digest) {
        *to++ = HexDigits[byte >> 4];
        *to++ = HexDigits[byte & 0xf];
    }
    return hex;
}

bool equalInConstantTime(const QByteArray &left, const QByteArray &right)
{
    return left.size() == right.size()
        && sodium_memcmp(left.constData(), right.constData(), std::size_t(left.size())) == 0;
}

} // namespace Gatehouse
