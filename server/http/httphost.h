#pragma once

#include "models/result.h"
#include "server/http/httphandler.h"
#include "server/http/httplimits.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

class QSslConfiguration;

namespace Gatehouse {

/// The HTTP/1.1 server: QAbstractHttpServer behind our own connection guard. Lives in the service thread.
/// The only class outside server/http that may be named with its neighbours Reply and HttpHandler.
class HttpHost : public QObject
{
    Q_OBJECT

public:
    explicit HttpHost(HttpHandler &handler, const HttpLimits &limits = {}, QObject *parent = nullptr);
    ~HttpHost() override;

    /// Connections are to be encrypted (RFC 8446). Before listen().
    void encrypt(const QSslConfiguration &configuration);
    /// Listens and answers the port. Error::Conflict: the port is taken; Error::Unavailable: not permitted or no such address.
    Result<quint16> listen(const QHostAddress &address, quint16 port);
    /// Takes no more connections, lets answers under way go out, closes the rest.
    void close();
    bool isListening() const;
    int connectionCount() const;

Q_SIGNALS:
    /// The last connection is gone after close().
    void drained();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse
