#include "app/demoworld.h"

#include "app/domainrules.h"
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
    user.email = json.value(QStringLiteral("email")).toString();
    user.passwordDigest = json.value(QStringLiteral("password")).toString();
    return user;
}

Application applicationFrom(const QJsonObject &json)
{
    Application application;
    application.name = json.value(QStringLiteral("name")).toString();
    application.uid = json.value(QStringLiteral("uid")).toString();
    application.secret = json.value(QStringLiteral("secret")).toString();
    application.redirectUri = json.value(QStringLiteral("redirect_uri")).toString();
    application.scopes = json.value(QStringLiteral("scopes")).toString();
    application.confidential = json.value(QStringLiteral("confidential")).toBool();
    return application;
}

/// Replaces the secret of each record that has one by its Argon2id digest, all at once.
template<class Record> void hashAll(QList<Record> &records, QString Record::*secret)
{
    QThreadPool pool;
    for (Record &record : records) {
        if (!(record.*secret).isEmpty())
            pool.start([&record, secret] { record.*secret = hashPassword(record.*secret); });
    }
    pool.waitForDone();
}

void keepReadable(QList<Application> &applications)
{
    for (Application &application : applications) {
        if (!application.secret.isEmpty())
            application.secret = storedSecretReadable(application.secret);
    }
}

} // namespace

DemoWorld DemoWorld::load()
{
    DemoWorld world;
    QFile file(QStringLiteral(":/demo/seed.json"));
    QJsonObject seed;
    if (file.open(QIODevice::ReadOnly))
        seed = QJsonDocument::fromJson(file.readAll()).object();
    world.m_tenants.append(tenantFrom(seed));
    for (const QJsonValue &domain : seed.value(QStringLiteral("domains")).toArray())
        world.m_tenants.append(tenantFrom(domain.toObject()));
    return world;
}

DemoWorld::Tenant DemoWorld::tenantFrom(const QJsonObject &json)
{
    Tenant tenant;
    tenant.domain.name = json.value(QStringLiteral("name")).toString();
    tenant.policy = json.value(QStringLiteral("policy")).toObject();
    for (const QJsonValue &user : json.value(QStringLiteral("users")).toArray())
        tenant.users.append(userFrom(user.toObject()));
    for (const QJsonValue &application : json.value(QStringLiteral("applications")).toArray())
        tenant.applications.append(applicationFrom(application.toObject()));
    return tenant;
}

Result<void> DemoWorld::addTo(Store &store) const
{
    for (const Tenant &tenant : m_tenants) {
        const Result<IdentityDomain> domain = domainOf(store, tenant);
        if (!domain)
            return domain.error();
        if (const Result<void> added = addUsers(store, tenant, *domain); !added)
            return added;
        if (const Result<void> added = addApplications(store, tenant, *domain); !added)
            return added;
    }
    return {};
}

Result<IdentityDomain> DemoWorld::domainOf(Store &store, const Tenant &tenant)
{
    if (tenant.domain.name.isEmpty())
        return store.domains().defaultDomain();
    const Result<std::optional<IdentityDomain>> known = store.domains().findByName(tenant.domain.name);
    if (!known)
        return known.error();
    if (*known)
        return **known;
    IdentityDomain domain = tenant.domain;
    const Result<Policy> policy = DomainRules::policyOver(domain.policy, {}, tenant.policy);
    if (!policy)
        return policy.error();
    domain.policy = *policy;
    domain.createdAt = store.clock().now();
    return store.domains().create(domain);
}

Result<void> DemoWorld::addUsers(Store &store, const Tenant &tenant, const IdentityDomain &domain)
{
    QList<User> missing;
    for (const User &user : tenant.users) {
        const Result<std::optional<User>> known = store.users().findByEmail(domain.id, user.email);
        if (!known)
            return known.error();
        if (!*known)
            missing.append(user);
    }
    hashAll(missing, &User::passwordDigest);
    for (User &user : missing) {
        user.domainId = domain.id;
        if (const Result<User> created = store.users().create(user); !created)
            return created.error();
    }
    return {};
}

Result<void> DemoWorld::addApplications(Store &store, const Tenant &tenant, const IdentityDomain &domain)
{
    QList<Application> missing;
    for (const Application &application : tenant.applications) {
        const Result<std::optional<Application>> known = store.applications().findByUid(domain.id, application.uid);
        if (!known)
            return known.error();
        if (!*known)
            missing.append(application);
    }
    if (domain.policy.plainStorage)
        keepReadable(missing);
    else
        hashAll(missing, &Application::secret);
    for (Application &application : missing) {
        application.domainId = domain.id;
        if (const Result<Application> created = store.applications().create(application); !created)
            return created.error();
    }
    return {};
}

} // namespace Gatehouse
