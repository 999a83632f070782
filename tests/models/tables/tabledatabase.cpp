#include "tests/models/tables/tabledatabase.h"

#include "models/secrets/digest.h"
#include "models/store/applicationstore.h"
#include "models/store/grantstore.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"

#include <QFileInfo>

namespace Gatehouse {

namespace {

/// The value, or an end of the test run: nothing here is expected to fail.
template<class T> T sure(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(result).value();
}

} // namespace

TableDatabase::TableDatabase()
    : url(sure(DatabaseUrl::parse(folder.filePath(QStringLiteral("table.db")))))
    , store(sure(Store::open(url, clock)))
    , reader(sure(Connection::open(url, Connection::Access::Read)))
{
    application = addApplication(QStringLiteral("Wiki"));
    user = addUser(QStringLiteral("alice@example.com"));
    commit();
}

Id TableDatabase::addApplication(const QString &name)
{
    Application added;
    added.domainId = 1;
    added.name = name;
    added.uid = u"client-" % name;
    added.secret = QStringLiteral("sha256:0000");
    added.redirectUri = QStringLiteral("https://app.example/callback\nhttps://app.example/other");
    return sure(store->applications().create(added)).id;
}

Id TableDatabase::addUser(const QString &email)
{
    User added;
    added.domainId = 1;
    added.email = email;
    added.passwordDigest = QStringLiteral("$argon2id$not-a-real-one");
    return sure(store->users().create(added)).id;
}

Id TableDatabase::addToken(AccessToken token)
{
    if (token.domainId == 0)
        token.domainId = 1;
    if (token.token.isEmpty())
        token.token = sha256Hex(QString::number(++m_number));
    if (token.createdAt == 0)
        token.createdAt = clock.now();
    if (token.grantType.isEmpty())
        token.grantType = QStringLiteral("client_credentials");
    return sure(store->tokens().insert(token)).id;
}

Id TableDatabase::addGrant(AccessGrant grant)
{
    grant.domainId = 1;
    grant.applicationId = application;
    grant.resourceOwnerId = user;
    grant.token = sha256Hex(u"code" % QString::number(++m_number));
    grant.redirectUri = QStringLiteral("https://app.example/callback");
    if (grant.createdAt == 0)
        grant.createdAt = clock.now();
    return sure(store->grants().insert(grant)).id;
}

void TableDatabase::addTokens(int count)
{
    AccessToken token;
    token.applicationId = application;
    for (int i = 0; i < count; ++i)
        addToken(token);
}

void TableDatabase::commit()
{
    if (!store->writer().flush())
        qFatal("commit failed");
}

void TableDatabase::execute(const QString &sql)
{
    if (const auto done = store->connection().execute(sql); !done)
        qFatal("%s", qPrintable(done.error().message));
}

qint64 TableDatabase::fileSize(const QString &suffix) const
{
    return QFileInfo(url.path + suffix).size();
}

} // namespace Gatehouse
