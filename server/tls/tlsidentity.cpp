#include "server/tls/tlsidentity.h"

#include "server/tls/localauthority.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QSslSocket>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace Gatehouse {

namespace {

constexpr qint64 MostBytes = 1024 * 1024; // of a PEM file

Error fileError(const QString &sentence)
{
    return {Error::Kind::Invalid, sentence};
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(TlsIdentity::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    return file.read(MostBytes);
}

/// A key of any kind that has no passphrase.
QSslKey keyIn(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (QSslKey key(pem, algorithm, QSsl::Pem); !key.isNull())
            return key;
    }
    return {};
}

template<auto Free> struct Freed
{
    template<class T> void operator()(T *object) const { Free(object); }
};

bool belongTogether(const QSslCertificate &certificate, const QSslKey &key)
{
    const QByteArray der = certificate.toDer();
    const QByteArray keyDer = key.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *keyBytes = reinterpret_cast<const unsigned char *>(keyDer.constData());
    const std::unique_ptr<X509, Freed<X509_free>> x509(d2i_X509(nullptr, &bytes, der.size()));
    const std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>> pkey(d2i_AutoPrivateKey(nullptr, &keyBytes, keyDer.size()));
    return x509 && pkey && X509_check_private_key(x509.get(), pkey.get()) == 1;
}

} // namespace

Result<TlsIdentity> TlsIdentity::of(const TlsSettings &settings, const std::optional<KeyVault> &vault)
{
    if (settings.mode == TlsSettings::Mode::Files)
        return read(settings.certificate, settings.key);
    Q_ASSERT(vault);
    return LocalAuthority::inStandardFolder().identity(*vault);
}

Result<TlsIdentity> TlsIdentity::read(const QString &certificateFile, const QString &keyFile)
{
    const Result<QByteArray> certificates = contentOf(certificateFile);
    if (!certificates)
        return certificates.error();
    const Result<QByteArray> key = contentOf(keyFile);
    return key ? withKey(certificateFile, *key, keyFile) : Result<TlsIdentity>(key.error());
}

Result<TlsIdentity> TlsIdentity::withKey(const QString &certificateFile, const QByteArray &key, const QString &keyFile)
{
    const Result<QByteArray> certificates = contentOf(certificateFile);
    if (!certificates)
        return certificates.error();
    TlsIdentity identity;
    identity.m_chain = QSslCertificate::fromData(*certificates, QSsl::Pem);
    if (identity.m_chain.isEmpty())
        return fileError(tr("There is no certificate in %1; a PEM file is wanted.").arg(certificateFile));
    if (key.contains("ENCRYPTED"))
        return fileError(
            tr("The key in %1 has a passphrase; save it without one, for its owner to read only.").arg(keyFile));
    identity.m_key = keyIn(key);
    if (identity.m_key.isNull())
        return fileError(
            tr("There is no key in %1 that can be used; a PEM file with an RSA or EC key is wanted.").arg(keyFile));
    const QSslCertificate &own = identity.m_chain.constFirst();
    if (!belongTogether(own, identity.m_key))
        return fileError(tr("The key in %1 is not the one of the certificate in %2.").arg(keyFile, certificateFile));
    if (const QDateTime end = own.expiryDate(); end < QDateTime::currentDateTimeUtc())
        return fileError(tr("The certificate in %1 ended on %2; get a new one.")
                             .arg(certificateFile, QLocale().toString(end.toLocalTime().date(), QLocale::ShortFormat)));
    return identity;
}

QSslConfiguration TlsIdentity::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(m_chain);
    configuration.setPrivateKey(m_key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // clients prove themselves by OAuth's means
    configuration.setCaCertificates({});
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    return configuration;
}

} // namespace Gatehouse
