#pragma once

#include "models/clock.h"
#include "models/records/accessgrant.h"
#include "models/records/accesstoken.h"
#include "models/records/application.h"
#include "models/records/user.h"
#include "models/store/store.h"

namespace Gatehouse {

/// The value of a result that a test rests on. Ends the test program with the error's sentence when there is none.
template<class T> T take(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(result).value();
}
inline void take(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

/// A store for one test: a database of its own that goes with it, and a clock that stands still until it is moved.
/// Holds a first application and a first user. Use it as a pointer to its store: `db->tokens().insert(…)`.
class TestStore
{
public:
    static constexpr Timestamp Start = 1'700'000'000'000;

    /// In memory unless the url of a file is given.
    TestStore();
    explicit TestStore(const DatabaseUrl &url);

    Store *operator->() { return m_store.get(); }
    Store &operator*() { return *m_store; }
    ManualClock &clock() { return m_clock; }
    Timestamp now() const { return m_clock.now(); }
    const Application &application() const
    {
        return m_application;
    } ///< confidential, secret "secret", client_id "client"
    const User &user() const { return m_user; } ///< user@example.com, cannot sign in

    /// Commits what is pending.
    void commit();
    /// A connection that sees only what is committed.
    std::unique_ptr<Connection> reader() const;

    Application addApplication(const QString &uid);
    /// A password costs 15 ms.
    User addUser(const QString &email, const QString &password = {});
    /// A code of user() for application() stored as `token`, alive for a minute.
    AccessGrant addGrant(const QString &token);
    /// A pair of user() for application(), alive for two hours; stored as `token` and, unless that is empty, `refreshToken`.
    AccessToken addToken(const QString &token, const QString &refreshToken = {});
    /// As above, not stored yet.
    AccessToken newToken(const QString &token, const QString &refreshToken = {}) const;

private:
    ManualClock m_clock {Start};
    std::unique_ptr<Store> m_store;
    Application m_application;
    User m_user;
};

} // namespace Gatehouse
