#include "app/serveapplication.h"

#include "app/exitcode.h"
#include "app/listening.h"
#include "app/output.h"
#include "app/terminalpassphrase.h"
#include "models/secrets/vaultopener.h"
#include "server/serveroutput.h"
#include "server/tls/localauthority.h"

#include <QCoreApplication>
#include <QUrl>

namespace Gatehouse {

namespace {

/// Where the server listens, whatever its issuer is.
QString addressOf(const ServerController &server)
{
    QUrl url;
    url.setScheme(server.settings().tls.isOn() ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(server.settings().address.toString());
    url.setPort(server.port());
    return url.toString();
}

void sayWhereItListens(const ServerController &server)
{
    say(QStringLiteral("Listening on %1").arg(addressOf(server)));
    if (server.settings().tls.mode == TlsSettings::Mode::Local)
        complain(ServeApplication::tr("HTTPS is for localhost: clients are to trust %1 first.")
                     .arg(LocalAuthority::inStandardFolder().certificateFile()));
}

void printExchanges(const QList<Exchange> &exchanges)
{
    QString text;
    for (const Exchange &exchange : exchanges)
        text += serverOutput(exchange);
    log(text);
}

} // namespace

int ServeApplication::run(const Configuration &configuration)
{
    if (const Result<void> possible = checkListening(configuration.server); !possible) {
        complain(possible.error().message);
        return exitCodeForServer(possible.error());
    }
    Result<std::unique_ptr<Services>> services = Services::open(configuration);
    if (!services) {
        complain(services.error().message);
        return exitCodeForDatabase(services.error(), configuration.database);
    }
    ServeApplication application(*std::move(services), configuration.verbose);
    return QCoreApplication::exec();
}

ServeApplication::ServeApplication(std::unique_ptr<Services> services, bool verbose)
    : m_services(std::move(services))
    , m_passphrase(std::make_unique<TerminalPassphrase>(m_services->vault()))
{
    connect(&m_signals, &SignalWatcher::terminationRequested, this, [] { QCoreApplication::quit(); });
    connect(m_services.get(), &Services::noticed, this, &complain);
    connect(m_services.get(), &Services::failed, this, [this](const Error &error) { fail(error, EX_IOERR); });
    connect(&m_services->vault(), &VaultOpener::changed, this, [this] { complain(m_services->vault().sentence()); });
    connect(&m_services->server(), &ServerController::stateChanged, this, &ServeApplication::report);
    if (verbose)
        connect(&m_services->server(), &ServerController::exchangesFinished, this, &printExchanges);
    m_services->start();
}

ServeApplication::~ServeApplication() = default;

void ServeApplication::report(ServerController::State state)
{
    const ServerController &server = m_services->server();
    if (state == ServerController::State::Running)
        sayWhereItListens(server);
    else if (state == ServerController::State::Failed)
        fail(server.error(), exitCodeForServer(server.error()));
}

void ServeApplication::fail(const Error &error, int exitCode)
{
    complain(error.message);
    QCoreApplication::exit(exitCode);
}

} // namespace Gatehouse
