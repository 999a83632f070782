#pragma once

#include "server/tls/tlssettings.h"

#include <QHostAddress>
#include <QMetaType>
#include <QString>

#include <memory>

namespace Gatehouse {

class Catalogues;

/// How a server is run.
struct ServerSettings
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 6749; ///< 0: any free one
    QString issuer; ///< empty: http://ADDRESS:PORT as it listens, or https://
    TlsSettings tls;
    bool recordExchanges = true; ///< off under `serve` unless asked for
    std::shared_ptr<const Catalogues> catalogues = {}; ///< the languages of its pages; none: English
};

} // namespace Gatehouse

Q_DECLARE_METATYPE(Gatehouse::ServerSettings)
