#include "ui/rememberedserver.h"

#include "models/store/settingstore.h"
#include "models/store/store.h"

namespace Gatehouse {

namespace {

const QString AddressKey = QStringLiteral("server.address");
const QString PortKey = QStringLiteral("server.port");
const QString IssuerKey = QStringLiteral("server.issuer");

} // namespace

Result<void> rememberServer(Store &store, const ServerSettings &settings)
{
    const QList<QPair<QString, QString>> values {{AddressKey, settings.address.toString()},
                                                 {PortKey, QString::number(settings.port)},
                                                 {IssuerKey, settings.issuer}};
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
    for (const auto *value : {&address, &port, &issuer}) {
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
    return settings;
}

} // namespace Gatehouse
