#pragma once

#include "models/records/user.h"
#include "models/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Gatehouse {

struct Context;
struct Response;

/// Whoever sits at the browser behind a request. One cookie of 256 random bits names the browser, signed in or not; the
/// database knows its digest only once somebody has signed in. It changes at sign-in and at sign-out, so a value that was
/// planted before is worth nothing afterwards.
class Visitor
{
public:
    /// The browser's cookie, or a new one; the account when it is signed in. An error of the store.
    static Result<Visitor> of(Context &context);

    const std::optional<User> &user() const { return m_user; }
    /// What our forms carry to show that they are ours: derived from the cookie, so that it fits this browser only.
    QString formToken() const;
    /// Names the browser to what is kept in memory for it; nothing can be done with it elsewhere.
    QString name() const;
    /// Whether the request carries the form token. False for a browser that had no cookie.
    bool sentFormToken(const Context &context) const;

    /// Ends the session, if any, and begins one for `user` under a new cookie.
    Result<void> signIn(Context &context, const User &user);
    /// Ends the session, if any, and changes the cookie.
    Result<void> signOut(Context &context);

    /// Gives the browser its cookie where it does not have it yet.
    void remember(const Context &context, Response &response) const;

private:
    explicit Visitor(const QString &cookie);
    Result<void> recognise(Context &context);
    Result<void> endSession(Context &context);

    QString m_cookie;
    bool m_isNew = false;
    Id m_session = 0;
    std::optional<User> m_user;
};

} // namespace Gatehouse
