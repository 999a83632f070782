#include "app/consoleapplication.h"

#include "app/demoworld.h"
#include "app/exitcode.h"
#include "app/output.h"
#include "app/railsapplication.h"
#include "models/doorkeeper/railsschema.h"
#include "models/store/connection.h"
#include "models/store/store.h"
#include "ui/console.h"
#include "ui/mainwindow.h"
#include "ui/upkeep/salvagedialog.h"

#include <QApplication>
#include <QMessageBox>

namespace Gatehouse {

namespace {

/// The first confidential application of the sample world.
std::optional<SampleClient> sampleClient()
{
    const DemoWorld world = DemoWorld::load();
    for (const Application &application : world.applications()) {
        if (application.confidential)
            return SampleClient {application.uid, application.secret};
    }
    return std::nullopt;
}

} // namespace

int ConsoleApplication::run(const Configuration &configuration)
{
    // The sample world has no place there: Services says so.
    const std::optional<RailsSchema> rails = RailsSchema::read(configuration.database);
    if (rails && !configuration.demo)
        return RailsApplication::run(configuration, *rails);
    Result<std::unique_ptr<Services>> services = Services::open(configuration);
    if (!services && services.error().kind == Error::Kind::Damaged)
        return salvage(configuration, services.error());
    if (!services)
        return refuse(services.error().message, exitCodeForDatabase(services.error(), configuration.database));
    Result<std::unique_ptr<Connection>> reader = Connection::open((*services)->store().url(), Connection::Access::Read);
    if (!reader)
        return refuse(reader.error().message, exitCodeForDatabase(reader.error(), configuration.database));
    const ConsoleApplication application(*std::move(services), *std::move(reader), configuration.demo);
    return QApplication::exec();
}

int ConsoleApplication::refuse(const QString &sentence, int exitCode)
{
    QMessageBox message(QMessageBox::Critical, tr("Gatehouse"), sentence, QMessageBox::Close);
    connect(&message, &QMessageBox::finished, &message, [exitCode] { QApplication::exit(exitCode); });
    const SignalWatcher signalWatcher;
    connect(&signalWatcher, &SignalWatcher::terminationRequested, &message, &QMessageBox::reject);
    message.open();
    complain(sentence); // whoever reads it may ask us to end at once
    return QApplication::exec();
}

int ConsoleApplication::salvage(const Configuration &configuration, const Error &error)
{
    const SystemClock clock;
    SalvageDialog dialog(configuration.database, error.message, clock);
    connect(&dialog, &QDialog::finished, &dialog, [] { QApplication::quit(); });
    const SignalWatcher signalWatcher;
    connect(&signalWatcher, &SignalWatcher::terminationRequested, &dialog, &QDialog::reject);
    dialog.open();
    complain(error.message);
    QApplication::exec();
    const Result<DatabaseUrl> saved = DatabaseUrl::parse(dialog.chosen());
    if (dialog.chosen().isEmpty() || !saved)
        return exitCodeForDatabase(error, configuration.database);
    Configuration withSaved = configuration;
    withSaved.database = *saved;
    return run(withSaved);
}

bool ConsoleApplication::hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

ConsoleApplication::ConsoleApplication(std::unique_ptr<Services> services, std::unique_ptr<Connection> reader,
                                       bool demo)
    : m_services(std::move(services))
    , m_reader(std::move(reader))
    , m_settings(QStringLiteral("gatehouse"), QStringLiteral("gatehouse"))
{
    const Console console {{*m_reader, m_services->clock(), m_settings},
                           m_services->store(),
                           m_services->server(),
                           m_services->upkeep(),
                           demo ? sampleClient() : std::nullopt,
                           [this] { return m_services->rules(); }};
    m_window = std::make_unique<MainWindow>(console);
    connect(&m_signals, &SignalWatcher::terminationRequested, this, [] { QApplication::quit(); });
    connect(m_services.get(), &Services::noticed, this, &complain);
    connect(m_services.get(), &Services::failed, this, [](const Error &error) {
        complain(error.message);
        QApplication::exit(EX_IOERR);
    });
    m_window->show();
    m_services->start();
}

ConsoleApplication::~ConsoleApplication() = default;

} // namespace Gatehouse
