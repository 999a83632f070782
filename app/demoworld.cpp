#include "app/demoworld.h"

#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "models/store/userstore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThreadPool>

namespace Gatehouse {

namespace {

User userFrom(const QJsonObject &json)
{
    User user;
    user.domainId = DomainStore::DefaultId;
    user.email = json.value(QStringLiteral("email")).toString();
    user.passwordDigest = json.value(QStringLiteral("password")).toString();
    return user;
}

Application applicationFrom(const QJsonObject &json)
{
    Application application;
    application.domainId = DomainStore::DefaultId;
    application.name = json.value(QStringLiteral("name")).toString();
    application.uid = json.value(QStringLiteral("uid")).toString();
    application.secret = json.value(QStringLiteral("secret")).toString();
    application.redirectUri = json.value(QStringLiteral("redirect_uri")).toString();
    application.scopes = json.value(QStringLiteral("scopes")).toString();
    application.confidential = json.value(QStringLiteral("confidential")).toBool();
    return application;
}

/// Replaces the secret of each record by its Argon2id digest, all at once.
template<class Record> void hashAll(QList<Record> &records, QString Record::*secret)
{
    QThreadPool pool;
    for (Record &record : records)
        pool.start([&record, secret] { record.*secret = hashPassword(record.*secret); });
    pool.waitForDone();
}

void keepReadable(QList<Application> &applications)
{
    for (Application &application : applications)
        application.secret = storedSecretReadable(application.secret);
}

} // namespace

DemoWorld DemoWorld::load()
{
    DemoWorld world;
    QFile file(QStringLiteral(":/demo/seed.json"));
    if (!file.open(QIODevice::ReadOnly))
        return world;
    const QJsonObject seed = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue &user : seed.value(QStringLiteral("users")).toArray())
        world.m_users.append(userFrom(user.toObject()));
    for (const QJsonValue &application : seed.value(QStringLiteral("applications")).toArray())
        world.m_applications.append(applicationFrom(application.toObject()));
    return world;
}

Result<void> DemoWorld::addTo(Store &store) const
{
    if (const Result<void> added = addUsers(store); !added)
        return added;
    return addApplications(store);
}

Result<void> DemoWorld::addUsers(Store &store) const
{
    QList<User> missing;
    for (const User &user : m_users) {
        const Result<std::optional<User>> known = store.users().findByEmail(user.domainId, user.email);
        if (!known)
            return known.error();
        if (!*known)
            missing.append(user);
    }
    hashAll(missing, &User::passwordDigest);
    for (const User &user : missing) {
        if (const Result<User> created = store.users().create(user); !created)
            return created.error();
    }
    return {};
}

Result<void> DemoWorld::addApplications(Store &store) const
{
    QList<Application> missing;
    for (const Application &application : m_applications) {
        const Result<std::optional<Application>> known
            = store.applications().findByUid(application.domainId, application.uid);
        if (!known)
            return known.error();
        if (!*known)
            missing.append(application);
    }
    const Result<IdentityDomain> domain = store.domains().defaultDomain();
    if (!domain)
        return domain.error();
    if (domain->policy.plainStorage)
        keepReadable(missing);
    else
        hashAll(missing, &Application::secret);
    for (const Application &application : missing) {
        if (const Result<Application> created = store.applications().create(application); !created)
            return created.error();
    }
    return {};
}

} // namespace Gatehouse
