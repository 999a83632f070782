#include "models/store/store.h"

#include "models/store/applicationstore.h"
#include "models/store/auditstore.h"
#include "models/store/consentstore.h"
#include "models/store/databasefile.h"
#include "models/store/domainstore.h"
#include "models/store/exchangestore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/migrations.h"
#include "models/store/sessionstore.h"
#include "models/store/settingstore.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"

#include <QAbstractEventDispatcher>

#include <algorithm>
#include <array>
#include <chrono>

namespace Gatehouse {

namespace {
using namespace std::chrono_literals;
constexpr auto AnnouncementInterval = 100ms;

/// Whether a token that was there before may have died or come to life. New rows change nothing about old tokens.
bool changesActivity(const ChangeSet &changes)
{
    constexpr std::array Tables {Table::Domains,      Table::Users,         Table::Applications,
                                 Table::AccessTokens, Table::TokenFamilies, Table::Consents};
    return std::any_of(Tables.begin(), Tables.end(),
                       [&](Table table) { return changes[table].everything || !changes[table].updated.isEmpty(); });
}

/// Whether each table can be read at its beginning. All of a large file would take too long.
Result<void> lookIntoTables(Connection &connection)
{
    QStringList tables;
    const Result<void> listed
        = connection.read(QString::fromLatin1(connection.dialect().tables()),
                          [&tables](const QSqlQuery &row) { tables.append(row.value(0).toString()); });
    if (!listed)
        return listed;
    for (const QString &table : std::as_const(tables)) {
        if (const Result<void> read = connection.read(connection.dialect().firstRow(table), [](const auto &) {}); !read)
            return read;
    }
    return {};
}
} // namespace

Result<std::unique_ptr<Store>> Store::open(const DatabaseUrl &url, const Clock &clock)
{
    DatabaseFile file(url);
    if (const Result<void> good = file.prepare(Migrations::newest()); !good)
        return good.error();
    Result<std::unique_ptr<Connection>> connection = Connection::open(url, Connection::Access::Write);
    if (!connection)
        return connection.error();
    if (const Result<void> migrated = Migrations::run(**connection, clock.now()); !migrated) {
        connection->reset();
        return migrated.error();
    }
    if (const Result<void> sound = lookIntoTables(**connection); !sound) {
        connection->reset();
        return Error {sound.error().kind,
                      tr("The database %1 cannot be read. %2").arg(url.display(), sound.error().message)};
    }
    file.keep();
    return std::unique_ptr<Store>(new Store(std::move(*connection), clock));
}

Store::Store(std::unique_ptr<Connection> connection, const Clock &clock)
    : m_clock(clock)
    , m_connection(std::move(connection))
    , m_writer(std::make_unique<Writer>(*m_connection))
    , m_domains(std::make_unique<DomainStore>(*m_connection, *m_writer))
    , m_users(std::make_unique<UserStore>(*m_connection, *m_writer, clock))
    , m_applications(std::make_unique<ApplicationStore>(*m_connection, *m_writer, clock))
    , m_grants(std::make_unique<GrantStore>(*m_connection, *m_writer))
    , m_tokens(std::make_unique<TokenStore>(*m_connection, *m_writer))
    , m_families(std::make_unique<FamilyStore>(*m_connection, *m_writer))
    , m_consents(std::make_unique<ConsentStore>(*m_connection, *m_writer))
    , m_sessions(std::make_unique<SessionStore>(*m_connection, *m_writer))
    , m_audit(std::make_unique<AuditStore>(*m_connection, *m_writer))
    , m_exchanges(std::make_unique<ExchangeStore>(*m_connection, *m_writer))
    , m_settings(std::make_unique<SettingStore>(*m_connection, *m_writer))
{
    m_foreignChanges = m_connection->foreignChanges();
    connect(m_writer.get(), &Writer::committed, this, &Store::collect);
    connect(m_writer.get(), &Writer::rolledBack, this, &Store::forget);
    if (const auto *events = QAbstractEventDispatcher::instance())
        connect(events, &QAbstractEventDispatcher::awake, this, [this] { m_tokens->beginTurn(); });
    connect(&m_announcement, &QTimer::timeout, this, &Store::announce);
    m_announcement.start(AnnouncementInterval);
}

Store::~Store()
{
    const DatabaseUrl place = url();
    m_writer->flush();
    for (const QString &statement : m_connection->dialect().closingStatements())
        (void)m_connection->execute(statement);
    m_writer.reset();
    m_connection.reset();
    DatabaseFile::removeTemporary(place);
}

Error Store::notDurable()
{
    return {Error::Kind::Unavailable,
            tr("The change could not be written to the disk. Nothing was changed; try again.")};
}

void Store::collect(const ChangeSet &changes)
{
    if (changesActivity(changes))
        m_tokens->invalidate();
    m_pending.merge(changes);
}

void Store::forget()
{
    m_domains->invalidate();
    m_applications->invalidate();
    m_tokens->invalidate();
}

void Store::forgetDamage()
{
    m_connection->forgetDamage();
    m_hasToldDamage = false;
}

void Store::announce()
{
    if (const qint64 changes = m_connection->foreignChanges(); changes != m_foreignChanges) {
        m_foreignChanges = changes;
        forget();
        m_exchanges->lookAgain();
        m_pending.noteEverything();
    }
    if (m_connection->hasFoundDamage() && !std::exchange(m_hasToldDamage, true))
        Q_EMIT damageFound();
    if (m_pending.isEmpty())
        return;
    Q_EMIT changed(std::exchange(m_pending, {}));
}

} // namespace Gatehouse
