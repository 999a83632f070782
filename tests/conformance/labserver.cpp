#include "labserver.h"

#include "app/commandline.h"
#include "app/configuration.h"
#include "models/config/configdocument.h"
#include "models/secrets/digest.h"
#include "models/store/store.h"
#include "models/store/tokenstore.h"
#include "server/servercontroller.h"
#include "tests/support/teststore.h"

#include <QFile>
#include <QTest>

namespace Gatehouse {

namespace {

Configuration configurationFor(const QString &profile, const QString &database)
{
    const ConfigDocument document
        = take(ConfigDocument::read(QStringLiteral(CONFORMANCE_DIR "/profiles/%1.json").arg(profile)));
    CommandLine line;
    line.command = CommandLine::Command::Serve;
    line.database = database;
    line.port = quint16(0);
    return take(Configuration::from(line, document));
}

std::unique_ptr<Services> startedServices(const QString &profile, const QString &database)
{
    std::unique_ptr<Services> services = take(Services::open(configurationFor(profile, database)));
    services->start();
    const ServerController &server = services->server();
    if (!QTest::qWaitFor([&] { return server.state() == ServerController::State::Running; }, 20000))
        qFatal("The server does not start: %s", qPrintable(server.error().message));
    return services;
}

qint64 moved(Store &store, const char *sql, const QString &value)
{
    take(store.writer().begin());
    Statement statement = store.connection().prepare(sql);
    take(statement.exec(value, sha256Hex(value)));
    return statement.affectedRows();
}

bool moveIntoThePast(Store &store, const QString &value)
{
    const qint64 rows = moved(store,
                              "UPDATE oauth_access_tokens SET created_at = created_at - expires_in * 1000 - 60000,"
                              " expires_at = expires_at - expires_in * 1000 - 60000 WHERE token IN (?, ?)",
                              value)
        + moved(store,
                "UPDATE oauth_access_grants SET created_at = created_at - expires_in * 1000 - 60000,"
                " expires_at = expires_at - expires_in * 1000 - 60000 WHERE token IN (?, ?)",
                value);
    store.tokens().invalidate();
    return store.writer().flush() && rows == 1;
}

} // namespace

LabWorlds::LabWorlds()
{
    if (!m_folder.isValid())
        qFatal("There is no place for databases: %s", qPrintable(m_folder.errorString()));
}

QString LabWorlds::fresh(const QString &profile)
{
    const QString first = m_folder.filePath(profile + QStringLiteral(".db"));
    if (!QFile::exists(first))
        startedServices(profile, first).reset();
    const QString copy = m_folder.filePath(QStringLiteral("%1-%2.db").arg(profile).arg(++m_copies));
    if (!QFile::copy(first, copy))
        qFatal("%s cannot be written", qPrintable(copy));
    return copy;
}

LabServer::LabServer(const QString &profile, LabWorlds &worlds)
    : m_services(startedServices(profile, worlds.fresh(profile)))
{ }

LabServer::~LabServer() = default;

quint16 LabServer::port() const
{
    return m_services->server().port();
}

QString LabServer::base() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(port());
}

bool LabServer::expire(const QString &value)
{
    bool done = false;
    Store &store = m_services->store();
    QMetaObject::invokeMethod(
        &store, [&] { done = moveIntoThePast(store, value); }, Qt::BlockingQueuedConnection);
    return done;
}

} // namespace Gatehouse
