#include "ui/rememberedserver.h"

#include "models/store/settingstore.h"
#include "models/store/store.h"

#include <algorithm>
#include <iterator>

namespace Gatehouse {

namespace {

const QString AddressKey = QStringLiteral("server.address");
const QString PortKey = QStringLiteral("server.port");
const QString IssuerKey = QStringLiteral("server.issuer");
const QString TlsKey = QStringLiteral("server.tls");
const QString TlsCertificateKey = QStringLiteral("server.tls_certificate");
const QString TlsKeyKey = QStringLiteral("server.tls_key");

constexpr const char *Modes[] = {"off", "local", "files"}; // by TlsSettings::Mode

TlsSettings::Mode modeOf(const QString &word)
{
    const auto *const found = std::find(std::begin(Modes), std::end(Modes), word);
    return found == std::end(Modes) ? TlsSettings::Mode::Off : TlsSettings::Mode(found - Modes);
}

} // namespace

Result<void> rememberServer(Store &store, const ServerSettings &settings)
{
    const QList<QPair<QString, QString>> values {{AddressKey, settings.address.toString()},
                                                 {PortKey, QString::number(settings.port)},
                                                 {IssuerKey, settings.issuer},
                                                 {TlsKey, QLatin1String(Modes[int(settings.tls.mode)])},
                                                 {TlsCertificateKey, settings.tls.certificate},
                                                 {TlsKeyKey, settings.tls.key}};
    for (const auto &[key, value] : values) {
        if (const auto done = store.settings().set(key, value); !done)
            return done;
    }
    return {};
}

Result<ServerSettings> rememberedServer(Store &store, const ServerSettings &fallback)
{
    const auto address = store.settings().value(AddressKey);
    const auto port = store.settings().value(PortKey);
    const auto issuer = store.settings().value(IssuerKey);
    const auto tls = store.settings().value(TlsKey);
    const auto certificate = store.settings().value(TlsCertificateKey);
    const auto key = store.settings().value(TlsKeyKey);
    for (const auto *value : {&address, &port, &issuer, &tls, &certificate, &key}) {
        if (!*value)
            return value->error();
    }
    ServerSettings settings = fallback;
    if (address->has_value())
        settings.address.setAddress(**address);
    if (port->has_value())
        settings.port = (*port)->toUShort();
    if (issuer->has_value())
        settings.issuer = **issuer;
    if (tls->has_value())
        settings.tls = {modeOf(**tls), certificate->value_or(QString()), key->value_or(QString())};
    return settings;
}

} // namespace Gatehouse
