#include "app/listening.h"

#include <QCoreApplication>
#include <QTcpServer>

namespace Gatehouse {

namespace {

struct ListeningTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Listening)
};

} // namespace

Result<void> checkListening(const ServerSettings &settings)
{
    QTcpServer probe;
    if (probe.listen(settings.address, settings.port))
        return {};
    switch (probe.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return Error {Error::Kind::Conflict,
                      ListeningTexts::tr("Port %1 is in use; end the program that listens there, or choose another "
                                         "port with --port.")
                          .arg(settings.port)};
    case QAbstractSocket::SocketAccessError:
        return Error {Error::Kind::Unavailable,
                      ListeningTexts::tr("Port %1 is reserved for the system; choose one above 1023 with --port.")
                          .arg(settings.port)};
    default:
        return Error {Error::Kind::Unavailable,
                      ListeningTexts::tr("This machine cannot listen on %1; choose another address with --address.")
                          .arg(settings.address.toString())};
    }
}

} // namespace Gatehouse
