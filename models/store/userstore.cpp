#include "models/store/userstore.h"

#include "models/clock.h"
#include "models/store/rows.h"
#include "models/store/writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gatehouse {

namespace {

struct UserStoreTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::UserStore)
};

User readUser(const Statement &row)
{
    User user;
    user.id = row.number(0);
    user.domainId = row.number(1);
    user.email = row.text(2);
    user.name = row.text(3);
    user.passwordDigest = row.text(4);
    user.admin = row.flag(5);
    user.enabled = row.flag(6);
    user.notBefore = row.number(7);
    user.createdAt = row.number(8);
    user.updatedAt = row.number(9);
    return user;
}

/// The error in the words of a person who fills in a form.
Error explained(const Error &error, const User &user)
{
    if (error.kind != Error::Kind::Conflict)
        return error;
    return {error.kind, UserStoreTexts::tr("There is a user with the e-mail address %1 already.").arg(user.email)};
}

Result<void> checkEmail(const User &user)
{
    const QString &email = user.email;
    const bool broken
        = std::any_of(email.begin(), email.end(), [](QChar each) { return each.category() == QChar::Other_Control; });
    if (email.trimmed().isEmpty() || broken)
        return Error {Error::Kind::Invalid, UserStoreTexts::tr("A user needs an e-mail address in one line.")};
    return {};
}

} // namespace

UserStore::UserStore(Connection &connection, Writer &writer, const Clock &clock)
    : m_connection(connection)
    , m_writer(writer)
    , m_clock(clock)
{ }

Result<User> UserStore::create(User user)
{
    if (const Result<void> good = checkEmail(user); !good)
        return good.error();
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    user.createdAt = user.updatedAt = m_clock.now();
    Statement statement
        = m_connection.prepare("INSERT INTO users (domain_id, email, name, password_digest, admin, enabled, not_before,"
                               " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const Result<void> done = statement.exec(user.domainId, user.email, user.name, user.passwordDigest, user.admin,
                                             user.enabled, nullable(user.notBefore), user.createdAt, user.updatedAt);
    if (!done)
        return explained(done.error(), user);
    user.id = statement.insertedId();
    m_writer.changes().noteInserted(Table::Users);
    return user;
}

Result<void> UserStore::update(const User &user)
{
    if (const Result<void> good = checkEmail(user); !good)
        return good;
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare(
        "UPDATE users SET email = ?, name = ?, admin = ?, enabled = ?, not_before = ?, updated_at = ? WHERE id = ?");
    const Result<void> done = statement.exec(user.email, user.name, user.admin, user.enabled, nullable(user.notBefore),
                                             m_clock.now(), user.id);
    return done ? noteChange(statement, user.id) : explained(done.error(), user);
}

Result<void> UserStore::setPassword(Id user, const QString &passwordDigest)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare("UPDATE users SET password_digest = ?, updated_at = ? WHERE id = ?");
    const Result<void> done = statement.exec(passwordDigest, m_clock.now(), user);
    return done ? noteChange(statement, user) : done;
}

Result<void> UserStore::remove(Id user)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    Statement statement = m_connection.prepare("DELETE FROM users WHERE id = ?");
    if (const Result<void> done = statement.exec(user); !done)
        return done;
    for (const Table table : {Table::AccessGrants, Table::AccessTokens, Table::TokenFamilies, Table::Consents})
        m_writer.changes().noteEverything(table);
    return noteChange(statement, user);
}

/// Error::NotFound when the statement met no row.
Result<void> UserStore::noteChange(const Statement &statement, Id user)
{
    if (statement.affectedRows() == 0)
        return Error {Error::Kind::NotFound, UserStoreTexts::tr("This user is not there any more.")};
    m_writer.changes().noteUpdated(Table::Users, user);
    return {};
}

Result<std::optional<User>> UserStore::findByEmail(Id domain, const QString &email)
{
    Statement query = m_connection.prepare(
        "SELECT id, domain_id, email, name, password_digest, admin, enabled, not_before, created_at, updated_at"
        " FROM users WHERE domain_id = ? AND lower(email) = lower(?)");
    return firstRow<User>(query, query.exec(domain, email), readUser);
}

Result<std::optional<User>> UserStore::find(Id user)
{
    Statement query = m_connection.prepare(
        "SELECT id, domain_id, email, name, password_digest, admin, enabled, not_before, created_at, updated_at"
        " FROM users WHERE id = ?");
    return firstRow<User>(query, query.exec(user), readUser);
}

} // namespace Gatehouse
