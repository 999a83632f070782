#pragma once

#include "models/records/application.h"
#include "models/records/authorizedapplication.h"
#include "models/result.h"

#include <QCache>
#include <QList>

#include <optional>
#include <utility>

namespace Gatehouse {

class Connection;
class Clock;
class Statement;
class Writer;

/// oauth_applications. Recently used ones are kept in memory: every token request asks for its client.
class ApplicationStore
{
public:
    ApplicationStore(Connection &connection, Writer &writer, const Clock &clock);

    /// Sets id and times. Error::Conflict when the client_id is taken in the domain, Error::Invalid when the name or
    /// the client_id is empty.
    Result<Application> create(Application application);
    /// Changes everything but domain, client_id, secret and creation time. Error::NotFound when there is no such application.
    Result<void> update(const Application &application);
    /// `secret` as stored.
    Result<void> setSecret(Id application, const QString &secret);
    /// Takes the application's consents, codes, families and tokens along.
    Result<void> remove(Id application);
    Result<std::optional<Application>> findByUid(Id domain, const QString &uid);
    Result<std::optional<Application>> find(Id application);
    /// All of the domain, in the order they were registered.
    Result<QList<Application>> list(Id domain);
    /// The redirect addresses of the domain's public applications.
    Result<QStringList> publicRedirectUris(Id domain);
    /// Those that hold an unrevoked token of the user, expired or not, in the order they were registered.
    Result<QList<AuthorizedApplication>> authorizedBy(Id domain, Id user);
    void invalidate() { m_cache.clear(); }

private:
    Result<void> noteChange(const Statement &statement, Id application);

    Connection &m_connection;
    Writer &m_writer;
    const Clock &m_clock;
    QCache<std::pair<Id, QString>, Application> m_cache;
};

} // namespace Gatehouse
