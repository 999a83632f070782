#include "models/secrets/keyvault.h"

#include "models/secrets/sodium.h"

#include <sodium.h>

namespace Gatehouse {

namespace {

// A sealed text: version, the vault's id, nonce, ciphertext with its tag. All of it is authenticated.
constexpr char Version = 1;
constexpr qsizetype NonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype TagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype HeadBytes = 1 + KeyVault::IdBytes;
static_assert(KeyVault::KeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

using Length = unsigned long long;

const unsigned char *unsignedBytes(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray randomBytes(qsizetype size)
{
    ensureSodium();
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), std::size_t(size));
    return bytes;
}

Error sealError(const QString &sentence)
{
    return {Error::Kind::Invalid, sentence};
}

} // namespace

KeyVault KeyVault::make()
{
    return {randomBytes(IdBytes), SecretBytes::random(KeyBytes)};
}

KeyVault::KeyVault(const QByteArray &id, SecretBytes key)
    : m_id(id)
    , m_key(std::make_shared<const SecretBytes>(std::move(key)))
{
    Q_ASSERT(m_id.size() == IdBytes && m_key->size() == KeyBytes);
}

QByteArray KeyVault::seal(const QByteArray &content, const QByteArray &context) const
{
    const QByteArray head = Version + m_id;
    const QByteArray nonce = randomBytes(NonceBytes);
    const QByteArray said = head + context;
    QByteArray hidden(content.size() + TagBytes, Qt::Uninitialized);
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char *>(hidden.data()), nullptr,
                                               unsignedBytes(content), Length(content.size()), unsignedBytes(said),
                                               Length(said.size()), nullptr, unsignedBytes(nonce), m_key->data());
    return head + nonce + hidden;
}

Result<SecretBytes> KeyVault::open(const QByteArray &sealed, const QByteArray &context) const
{
    if (sealed.size() < HeadBytes + NonceBytes + TagBytes)
        return sealError(tr("This is no sealed key: it is too short."));
    if (sealed.at(0) != Version)
        return sealError(tr("This key is sealed in a way that this version of Gatehouse does not know."));
    const QByteArray head = sealed.left(HeadBytes);
    if (head.mid(1) != m_id)
        return sealError(tr("This key was sealed by another vault."));
    const QByteArray nonce = sealed.mid(HeadBytes, NonceBytes);
    const QByteArray hidden = sealed.mid(HeadBytes + NonceBytes);
    const QByteArray said = head + context;
    SecretBytes content(hidden.size() - TagBytes);
    const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
        content.data(), nullptr, nullptr, unsignedBytes(hidden), Length(hidden.size()), unsignedBytes(said),
        Length(said.size()), unsignedBytes(nonce), m_key->data());
    if (refused)
        return sealError(tr("This sealed key was altered, or sealed for something else."));
    return content;
}

} // namespace Gatehouse
