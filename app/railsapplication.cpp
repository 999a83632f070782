#include "app/railsapplication.h"

#include "app/configuration.h"
#include "app/consoleapplication.h"
#include "app/exitcode.h"
#include "models/doorkeeper/railsdatabase.h"
#include "ui/rails/railswindow.h"

#include <QApplication>

namespace Gatehouse {

int RailsApplication::run(const Configuration &configuration, const RailsSchema &schema)
{
    const SystemClock clock;
    const auto database = RailsDatabase::open(configuration.database, schema, clock);
    if (!database)
        return ConsoleApplication::refuse(database.error().message,
                                          exitCodeForDatabase(database.error(), configuration.database));
    const RailsApplication application(clock, **database);
    return QApplication::exec();
}

RailsApplication::RailsApplication(const SystemClock &clock, RailsDatabase &database)
    : m_settings(QStringLiteral("gatehouse"), QStringLiteral("gatehouse"))
{
    m_window = std::make_unique<RailsWindow>(RailsConsole {{database.reader(), clock, m_settings}, database});
    connect(&m_signals, &SignalWatcher::terminationRequested, this, [] { QApplication::quit(); });
    m_window->show();
}

RailsApplication::~RailsApplication() = default;

} // namespace Gatehouse
