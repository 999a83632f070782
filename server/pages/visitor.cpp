#include "server/pages/visitor.h"

#include "models/secrets/digest.h"
#include "models/secrets/random.h"
#include "models/store/sessionstore.h"
#include "models/store/store.h"
#include "models/store/userstore.h"
#include "server/endpoints/context.h"
#include "server/message/response.h"
#include "server/pages/cookies.h"

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr char CookieName[] = "gatehouse_session";

/// Only what we could have made ourselves is taken for a cookie of ours.
bool isOurs(const QByteArray &value)
{
    const auto isToken = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return value.size() == randomToken().size() && std::all_of(value.begin(), value.end(), isToken);
}

bool maySignIn(const User &user, const BrowserSession &session)
{
    return user.enabled && session.createdAt >= user.notBefore;
}

} // namespace

Visitor::Visitor(const QString &cookie)
    : m_cookie(cookie)
    , m_isNew(cookie.isEmpty())
{
    if (m_isNew)
        m_cookie = randomToken();
}

Result<Visitor> Visitor::of(Context &context)
{
    const QByteArray cookie = cookieValue(context.request, CookieName);
    Visitor visitor(isOurs(cookie) ? QString::fromLatin1(cookie) : QString());
    if (!visitor.m_isNew) {
        const Result<void> recognised = visitor.recognise(context);
        if (!recognised)
            return recognised.error();
    }
    return visitor;
}

Result<void> Visitor::recognise(Context &context)
{
    const auto session = context.store.sessions().findLive(context.domain.id, sha256Hex(m_cookie), context.now);
    if (!session)
        return session.error();
    if (!*session)
        return {};
    m_session = (*session)->id;
    const Result<std::optional<User>> user = context.store.users().find((*session)->userId);
    if (!user)
        return user.error();
    if (*user && maySignIn(**user, **session))
        m_user = *user;
    if (m_user)
        context.sessionId = m_session;
    return {};
}

QString Visitor::formToken() const
{
    return sha256Hex(QStringLiteral("form:") + m_cookie);
}

QString Visitor::name() const
{
    return sha256Hex(QStringLiteral("name:") + m_cookie);
}

bool Visitor::sentFormToken(const Context &context) const
{
    const QByteArray sent = context.parameters.value(u"authenticity_token").toUtf8();
    return !m_isNew && equalInConstantTime(sent, formToken().toUtf8());
}

Result<void> Visitor::signIn(Context &context, const User &user)
{
    const Result<void> ended = endSession(context);
    if (!ended)
        return ended;
    BrowserSession session;
    session.domainId = context.domain.id;
    session.userId = user.id;
    session.token = sha256Hex(m_cookie);
    session.createdAt = context.now;
    const Seconds lifetime = context.policy().sessionLifetime;
    session.expiresAt = lifetime > 0 ? context.now + lifetime * 1000 : 0;
    const Result<BrowserSession> inserted = context.store.sessions().insert(session);
    if (!inserted)
        return inserted.error();
    m_session = context.sessionId = inserted->id;
    m_user = user;
    return {};
}

Result<void> Visitor::signOut(Context &context)
{
    return endSession(context);
}

Result<void> Visitor::endSession(Context &context)
{
    if (m_session != 0) {
        const Result<void> ended = context.store.sessions().end(m_session, context.now);
        if (!ended)
            return ended;
    }
    *this = Visitor(QString());
    return {};
}

void Visitor::remember(const Context &context, Response &response) const
{
    if (m_isNew)
        setCookie(context, response, CookieName, m_cookie.toLatin1());
}

} // namespace Gatehouse
