#pragma once

#include "models/records/user.h"
#include "models/result.h"

#include <optional>

namespace Gatehouse {

class Connection;
class Clock;
class Statement;
class Writer;

/// users.
class UserStore
{
public:
    UserStore(Connection &connection, Writer &writer, const Clock &clock);

    /// Sets id and times. Error::Conflict when the e-mail address is taken in the domain, Error::Invalid when it is empty.
    Result<User> create(User user);
    /// Changes everything but domain, password and creation time. Error::NotFound when there is no such user; Error::Conflict
    /// and Error::Invalid as create().
    Result<void> update(const User &user);
    Result<void> setPassword(Id user, const QString &passwordDigest);
    /// Takes the user's sessions, consents, codes and tokens along.
    Result<void> remove(Id user);
    /// By login name, with A to Z the same as a to z; nothing when there is none.
    Result<std::optional<User>> findByEmail(Id domain, const QString &email);
    Result<std::optional<User>> find(Id user);

private:
    Result<void> noteChange(const Statement &statement, Id user);

    Connection &m_connection;
    Writer &m_writer;
    const Clock &m_clock;
};

} // namespace Gatehouse
