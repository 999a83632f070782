#include "models/secrets/secretbytes.h"

#include "models/secrets/sodium.h"

#include <sodium.h>

#include <cstring>
#include <utility>

namespace Gatehouse {

SecretBytes::SecretBytes(qsizetype size)
    : m_size(size)
{
    ensureSodium();
    m_bytes = static_cast<unsigned char *>(sodium_malloc(std::size_t(size)));
    if (!m_bytes)
        qFatal("There is no memory left to keep a key in.");
    sodium_memzero(m_bytes, std::size_t(size));
}

SecretBytes SecretBytes::taking(QByteArray &bytes)
{
    SecretBytes secret(bytes.size());
    if (!bytes.isEmpty())
        std::memcpy(secret.m_bytes, bytes.constData(), std::size_t(bytes.size()));
    wipe(bytes);
    return secret;
}

SecretBytes SecretBytes::random(qsizetype size)
{
    SecretBytes secret(size);
    randombytes_buf(secret.m_bytes, std::size_t(size));
    return secret;
}

SecretBytes::~SecretBytes()
{
    sodium_free(m_bytes); // wipes
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{ }

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

SecretBytes SecretBytes::copy() const
{
    SecretBytes secret(m_size);
    if (m_size > 0)
        std::memcpy(secret.m_bytes, m_bytes, std::size_t(m_size));
    return secret;
}

QByteArray SecretBytes::view() const
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(m_bytes), m_size);
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached())
        sodium_memzero(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

} // namespace Gatehouse
