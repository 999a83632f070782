#include "tests/flows/flowserver.h"

#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/userstore.h"

#include <QTest>

namespace Gatehouse {

namespace {

Application client(const char *uid, const char *redirectUris, bool confidential)
{
    Application application;
    application.domainId = DomainStore::DefaultId;
    application.uid = application.name = QString::fromLatin1(uid);
    application.redirectUri = QString::fromLatin1(redirectUris);
    application.confidential = confidential;
    if (confidential)
        application.secret = storedSecretForGenerated(QString::fromLatin1(FlowServer::Secret));
    return application;
}

} // namespace

FlowServer::FlowServer(const Policy &policy, const QString &database)
    : m_service(take(StoreThread::start(take(DatabaseUrl::parse(database)), m_clock)))
{
    addWorld(policy);
    ServerSettings settings;
    settings.port = 0;
    m_controller = std::make_unique<ServerController>(*m_service, settings);
    m_controller->start();
    const bool running
        = QTest::qWaitFor([this] { return m_controller->state() == ServerController::State::Running; }, 20000);
    if (!running)
        qFatal("The server does not start: %s", qPrintable(m_controller->error().message));
}

void FlowServer::addWorld(const Policy &policy)
{
    inStore([&policy](Store &store) {
        take(store.domains().setPolicy(DomainStore::DefaultId, policy));
        take(store.applications().create(client("web", WebUri, true)));
        take(store.applications().create(client("other", "https://other.example.com/cb", true)));
        take(store.applications().create(client("desktop", "urn:ietf:wg:oauth:2.0:oob\nhttp://127.0.0.1/cb", false)));
        User user;
        user.domainId = DomainStore::DefaultId;
        user.email = QString::fromLatin1(Email);
        user.passwordDigest = hashPassword(QString::fromLatin1(Password));
        take(store.users().create(user));
        return store.writer().flush();
    });
}

} // namespace Gatehouse
