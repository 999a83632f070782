#include "tests/flows/flowserver.h"

#include "models/records/accessgrant.h"
#include "models/records/accesstoken.h"
#include "models/records/tokenfamily.h"
#include "models/secrets/digest.h"
#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/tokenstore.h"
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

/// What a record of Ada's for "web" begins with.
template<class Record> Record ofAdaForWeb(Store &store)
{
    Record record;
    record.domainId = DomainStore::DefaultId;
    record.applicationId = take(store.applications().findByUid(record.domainId, QStringLiteral("web")))->id;
    record.resourceOwnerId
        = take(store.users().findByEmail(record.domainId, QString::fromLatin1(FlowServer::Email)))->id;
    record.createdAt = store.clock().now();
    return record;
}

void commit(Store &store)
{
    if (!store.writer().flush())
        qFatal("The world of the test cannot be stored.");
}

} // namespace

FlowServer::FlowServer(const Policy &policy, const QString &database)
    : m_service(take(StoreThread::start(take(DatabaseUrl::parse(database)), m_clock)))
{
    addWorld(policy);
    ServerSettings settings;
    settings.port = 0;
    m_controller = std::make_unique<ServerController>(*m_service, m_vault.opener(), settings);
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

QString FlowServer::newCode()
{
    const QString code = QStringLiteral("code-%1").arg(++m_made);
    return inStore([&code](Store &store) {
        auto grant = ofAdaForWeb<AccessGrant>(store);
        grant.token = sha256Hex(code);
        grant.redirectUri = QString::fromLatin1(WebUri);
        grant.scopes = QStringLiteral("public");
        grant.expiresIn = 60;
        grant.expiresAt = grant.createdAt + 60 * 1000;
        take(store.grants().insert(grant));
        commit(store);
        return code;
    });
}

FlowServer::Family FlowServer::newFamily()
{
    const int number = ++m_made;
    return inStore([number](Store &store) {
        Family made {0, QStringLiteral("access-token-%1").arg(number), QStringLiteral("refresh-token-%1").arg(number)};
        made.id = take(store.families().insert(ofAdaForWeb<TokenFamily>(store))).id;
        auto pair = ofAdaForWeb<AccessToken>(store);
        pair.token = sha256Hex(made.access);
        pair.refreshToken = sha256Hex(made.refresh);
        pair.scopes = QStringLiteral("public");
        pair.grantType = QStringLiteral("authorization_code");
        pair.expiresIn = 7200;
        pair.expiresAt = pair.createdAt + 7200 * 1000;
        pair.familyId = made.id;
        take(store.tokens().insert(pair));
        commit(store);
        return made;
    });
}

} // namespace Gatehouse
