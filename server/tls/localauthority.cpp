#include "server/tls/localauthority.h"

#include "models/secrets/keyvault.h"
#include "models/secrets/ownerfile.h"
#include "server/tls/tlsidentity.h"

#include <QDateTime>
#include <QFile>
#include <QHostInfo>
#include <QSslCertificate>
#include <QStandardPaths>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace Gatehouse {

namespace {

constexpr char AuthorityFile[] = "authority.pem";
constexpr char CertificateFile[] = "localhost.pem";
constexpr char KeyFile[] = "localhost-key.sealed";
constexpr char PlainKeyFile[] = "localhost-key.pem"; // of version 0.1
constexpr char KeyContext[] = "tls/localhost";
constexpr long Day = 24 * 60 * 60; // seconds
constexpr long Lifetime = 825 * Day; // as long as Apple's clients take
constexpr int RenewalDays = 7;
constexpr int SerialBits = 127;
constexpr int Version3 = 2;

template<auto Free> struct FreedWith
{
    template<class T> void operator()(T *object) const { Free(object); }
};

using Key = std::unique_ptr<EVP_PKEY, FreedWith<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreedWith<X509_free>>;
using Memory = std::unique_ptr<BIO, FreedWith<BIO_free_all>>;

Error opensslError()
{
    return {Error::Kind::Unavailable,
            LocalAuthority::tr("The certificate for localhost cannot be made: OpenSSL refuses.")};
}

/// What a certificate of ours says.
struct Contents
{
    QByteArray name;
    EVP_PKEY *key; ///< the certificate's own
    X509 *issuer; ///< null: it signs itself
    EVP_PKEY *issuerKey;
    QList<QPair<int, const char *>> extensions;
};

bool setName(X509 *certificate, const QByteArray &name)
{
    const auto *text = reinterpret_cast<const unsigned char *>(name.constData());
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, text, int(name.size()),
                                      -1, 0);
}

bool setSerial(X509 *certificate)
{
    const std::unique_ptr<BIGNUM, FreedWith<BN_free>> number(BN_new());
    return number && BN_rand(number.get(), SerialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY)
        && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool addExtensions(X509 *certificate, X509 *issuer, const QList<QPair<int, const char *>> &extensions)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    for (const auto &[kind, value] : extensions) {
        const std::unique_ptr<X509_EXTENSION, FreedWith<X509_EXTENSION_free>> extension(
            X509V3_EXT_conf_nid(nullptr, &context, kind, value));
        if (!extension || !X509_add_ext(certificate, extension.get(), -1))
            return false;
    }
    return true;
}

Certificate sign(const Contents &contents)
{
    Certificate certificate(X509_new());
    X509 *issuer = contents.issuer ? contents.issuer : certificate.get();
    const bool isGood = certificate && X509_set_version(certificate.get(), Version3) && setSerial(certificate.get())
        && X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -Day)
        && X509_gmtime_adj(X509_getm_notAfter(certificate.get()), Lifetime - Day)
        && setName(certificate.get(), contents.name)
        && X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer))
        && X509_set_pubkey(certificate.get(), contents.key)
        && addExtensions(certificate.get(), issuer, contents.extensions)
        && X509_sign(certificate.get(), contents.issuerKey, EVP_sha256()) > 0;
    return isGood ? std::move(certificate) : nullptr;
}

Certificate makeAuthority(EVP_PKEY *key)
{
    const QString name = QStringLiteral("Gatehouse for localhost on %1, %2")
                             .arg(QHostInfo::localHostName(), QDate::currentDate().toString(Qt::ISODate));
    return sign({name.left(64).toUtf8().left(64),
                 key,
                 nullptr,
                 key,
                 {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                  {NID_key_usage, "critical,keyCertSign"},
                  {NID_subject_key_identifier, "hash"},
                  {NID_name_constraints,
                   "critical,permitted;DNS:localhost,permitted;IP:127.0.0.0/255.0.0.0,"
                   "permitted;IP:0:0:0:0:0:0:0:1/FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF"}}});
}

Certificate makeLeaf(EVP_PKEY *key, X509 *authority, EVP_PKEY *authorityKey)
{
    return sign({"localhost",
                 key,
                 authority,
                 authorityKey,
                 {{NID_basic_constraints, "critical,CA:FALSE"},
                  {NID_key_usage, "critical,digitalSignature"},
                  {NID_ext_key_usage, "serverAuth"},
                  {NID_subject_key_identifier, "hash"},
                  {NID_authority_key_identifier, "keyid:always"},
                  {NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1"}}});
}

QByteArray textOf(BIO *memory)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(memory, &bytes);
    return QByteArray(bytes, qsizetype(size));
}

QByteArray pemOf(X509 *certificate)
{
    const Memory memory(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(memory.get(), certificate) ? textOf(memory.get()) : QByteArray();
}

QByteArray pemOf(EVP_PKEY *key)
{
    const Memory memory(BIO_new(BIO_s_secmem()));
    const bool isWritten
        = PEM_write_bio_PrivateKey_traditional(memory.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return isWritten ? textOf(memory.get()) : QByteArray();
}

} // namespace

LocalAuthority::LocalAuthority(const QString &folder)
    : m_folder(folder)
{ }

LocalAuthority LocalAuthority::inStandardFolder()
{
    return LocalAuthority(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/tls"));
}

QString LocalAuthority::path(const char *name) const
{
    return m_folder + u'/' + QLatin1String(name);
}

QString LocalAuthority::certificateFile() const
{
    return path(AuthorityFile);
}

Result<TlsIdentity> LocalAuthority::identity(const KeyVault &vault) const
{
    if (const Result<void> done = sealPlainKey(vault); !done)
        return done.error();
    const Result<SecretBytes> key = storedKey(vault);
    if (!key && key.error().kind != Error::Kind::NotFound)
        return key.error();
    if (key) {
        const auto known = stored(*key);
        const QDateTime soon = QDateTime::currentDateTimeUtc().addDays(RenewalDays);
        if (known && QFile::exists(certificateFile()) && known->chain().constFirst().expiryDate() > soon)
            return known;
    }
    if (const Result<void> made = make(vault); !made)
        return made.error();
    const Result<SecretBytes> fresh = storedKey(vault);
    return fresh ? stored(*fresh) : Result<TlsIdentity>(fresh.error());
}

Result<TlsIdentity> LocalAuthority::stored(const SecretBytes &key) const
{
    return TlsIdentity::withKey(path(CertificateFile), key.view(), path(KeyFile));
}

Result<SecretBytes> LocalAuthority::storedKey(const KeyVault &vault) const
{
    const Result<SecretBytes> sealed = OwnerFile(path(KeyFile)).read();
    if (!sealed)
        return sealed.error();
    Result<SecretBytes> key = vault.open(sealed->view(), KeyContext);
    if (key)
        return key;
    return Error {
        Error::Kind::Invalid,
        //: %1 is a file, %2 the reason, a sentence
        tr("The key of the certificate for localhost, %1, cannot be opened: %2 Put a copy of it back, or remove "
           "it to have a new certificate made, which clients are to trust anew.")
            .arg(path(KeyFile), key.error().message)};
}

Result<void> LocalAuthority::sealPlainKey(const KeyVault &vault) const
{
    const OwnerFile plain(path(PlainKeyFile));
    const Result<SecretBytes> key = plain.read();
    if (!key)
        return key.error().kind == Error::Kind::NotFound ? Result<void>() : Result<void>(key.error());
    const Result<void> sealed = OwnerFile(path(KeyFile)).write(vault.seal(key->view(), KeyContext));
    return sealed ? plain.remove() : sealed;
}

Result<void> LocalAuthority::make(const KeyVault &vault) const
{
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key key(EVP_EC_gen("P-256"));
    if (!authorityKey || !key)
        return opensslError();
    const Certificate authority = makeAuthority(authorityKey.get());
    const Certificate leaf = authority ? makeLeaf(key.get(), authority.get(), authorityKey.get()) : nullptr;
    QByteArray keyText = leaf ? pemOf(key.get()) : QByteArray();
    if (keyText.isEmpty())
        return opensslError();
    const QByteArray sealed = vault.seal(keyText, KeyContext);
    wipe(keyText);
    const QList<QPair<const char *, QByteArray>> files {
        {KeyFile, sealed}, {CertificateFile, pemOf(leaf.get())}, {AuthorityFile, pemOf(authority.get())}};
    for (const auto &[name, content] : files) {
        if (const Result<void> written = OwnerFile(path(name)).write(content); !written)
            return written;
    }
    return {};
}

} // namespace Gatehouse
