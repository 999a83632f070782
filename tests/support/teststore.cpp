#include "tests/support/teststore.h"

#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/grantstore.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"

namespace Gatehouse {

TestStore::TestStore()
    : TestStore(take(DatabaseUrl::parse(QStringLiteral(":memory:"))))
{ }

TestStore::TestStore(const DatabaseUrl &url)
    : m_store(take(Store::open(url, m_clock)))
{
    m_application = addApplication(QStringLiteral("client"));
    m_user = addUser(QStringLiteral("user@example.com"));
    commit();
}

void TestStore::commit()
{
    if (!m_store->writer().flush())
        qFatal("The test's changes cannot be committed.");
}

std::unique_ptr<Connection> TestStore::reader() const
{
    return take(Connection::open(m_store->url(), Connection::Access::Read));
}

Application TestStore::addApplication(const QString &uid)
{
    Application application;
    application.domainId = DomainStore::DefaultId;
    application.name = uid;
    application.uid = uid;
    application.secret = storedSecretForGenerated(QStringLiteral("secret"));
    application.redirectUri = QStringLiteral("https://client.example.com/cb");
    return take(m_store->applications().create(application));
}

User TestStore::addUser(const QString &email, const QString &password)
{
    User user;
    user.domainId = DomainStore::DefaultId;
    user.email = email;
    if (!password.isEmpty())
        user.passwordDigest = hashPassword(password);
    return take(m_store->users().create(user));
}

AccessGrant TestStore::addGrant(const QString &token)
{
    AccessGrant grant;
    grant.domainId = DomainStore::DefaultId;
    grant.applicationId = m_application.id;
    grant.resourceOwnerId = m_user.id;
    grant.token = token;
    grant.expiresIn = 60;
    grant.redirectUri = QStringLiteral("https://client.example.com/cb");
    grant.scopes = QStringLiteral("public");
    grant.createdAt = now();
    grant.expiresAt = now() + 60 * 1000;
    return take(m_store->grants().insert(grant));
}

AccessToken TestStore::addToken(const QString &token, const QString &refreshToken)
{
    return take(m_store->tokens().insert(newToken(token, refreshToken)));
}

AccessToken TestStore::newToken(const QString &token, const QString &refreshToken) const
{
    AccessToken pair;
    pair.domainId = DomainStore::DefaultId;
    pair.applicationId = m_application.id;
    pair.resourceOwnerId = m_user.id;
    pair.token = token;
    pair.refreshToken = refreshToken;
    pair.scopes = QStringLiteral("public");
    pair.grantType = QStringLiteral("authorization_code");
    pair.expiresIn = 7200;
    pair.createdAt = now();
    pair.expiresAt = now() + 7200 * 1000;
    return pair;
}

} // namespace Gatehouse
