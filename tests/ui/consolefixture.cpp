#include "tests/ui/consolefixture.h"

#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/grantstore.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"

namespace Gatehouse {

namespace {

ServerSettings anyFreePort()
{
    ServerSettings settings;
    settings.port = 0;
    return settings;
}

} // namespace

ConsoleFixture::ConsoleFixture(const Clock *clock, const QString &database)
    : m_used(clock ? *clock : m_clock)
    , m_thread(take(StoreThread::start(take(DatabaseUrl::parse(database)), m_used)))
    , m_server(std::make_unique<ServerController>(*m_thread, m_vault.opener(), anyFreePort()))
    , m_upkeep(new Upkeep(m_thread->store()))
    , m_reader(take(Connection::open(m_thread->store().url(), Connection::Access::Read)))
    , m_settings(std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat))
{
    m_upkeep->moveToThread(&m_thread->thread());
}

ConsoleFixture::~ConsoleFixture()
{
    QMetaObject::invokeMethod(
        &store(), [this] { delete m_upkeep; }, Qt::BlockingQueuedConnection);
}

Console ConsoleFixture::console()
{
    return {{*m_reader, m_used, *m_settings}, m_thread->store(), *m_server, *m_upkeep, m_sample, {}};
}

Application ConsoleFixture::addApplication(const QString &uid)
{
    Application application;
    application.domainId = DomainStore::DefaultId;
    application.name = QStringLiteral("Web Client");
    application.uid = uid;
    application.secret = storedSecretForGenerated(uid + QStringLiteral("-secret"));
    application.redirectUri = QStringLiteral("https://client.example/cb");
    return take(run([application](Store &store) { return store.applications().create(application); }));
}

User ConsoleFixture::addUser(const QString &email)
{
    User user;
    user.domainId = DomainStore::DefaultId;
    user.email = email;
    user.name = QStringLiteral("Ada");
    return take(run([user](Store &store) { return store.users().create(user); }));
}

AccessToken ConsoleFixture::addToken(const Application &application, const QString &token, Id family)
{
    AccessToken pair;
    pair.domainId = DomainStore::DefaultId;
    pair.applicationId = application.id;
    pair.token = token;
    pair.familyId = family;
    pair.refreshToken = family ? QString(token + QStringLiteral("-refresh")) : QString();
    pair.scopes = QStringLiteral("public");
    pair.grantType = QStringLiteral("client_credentials");
    pair.expiresIn = 7200;
    pair.createdAt = m_used.now();
    pair.expiresAt = pair.createdAt + 7200 * 1000;
    return take(run([pair](Store &store) { return store.tokens().insert(pair); }));
}

AccessGrant ConsoleFixture::addGrant(const Application &application, const User &user, const QString &code)
{
    AccessGrant grant;
    grant.domainId = DomainStore::DefaultId;
    grant.applicationId = application.id;
    grant.resourceOwnerId = user.id;
    grant.token = code;
    grant.expiresIn = 60;
    grant.redirectUri = QStringLiteral("https://client.example/cb");
    grant.createdAt = m_used.now();
    grant.expiresAt = grant.createdAt + 60 * 1000;
    return take(run([grant](Store &store) { return store.grants().insert(grant); }));
}

} // namespace Gatehouse
