#pragma once

#include "server/message/request.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace Gatehouse {

/// An OAuth error (RFC 6749 sections 4.1.2.1 and 5.2) before a policy has put it in its own words.
/// `detail` says to the operator what exactly was wrong; it goes to the exchange record and never on the wire.
struct OAuthError
{
    QByteArray code; ///< "invalid_request", …
    QString description = {}; ///< for the wire, in English; empty: the policy's standard text for the code
    QString detail = {};
    int status = 0; ///< 0: the policy's status for the code
    Seconds retryAfter = 0; ///< not 0: sent as Retry-After
    QString argument = {}; ///< what %1 in the description stands for
};

/// Why a rule does not let a request pass: an error, or a slow check that has to be done first.
struct Refusal
{
    OAuthError error;
    std::optional<SlowCheck> slowCheck;

    Refusal(OAuthError e)
        : error(std::move(e))
    { }
    Refusal(SlowCheck check)
        : slowCheck(std::move(check))
    { }
};

/// What a rule or a grant yields: a value, or the refusal.
template<class T> class [[nodiscard]] Outcome
{
public:
    Outcome(T value)
        : m_state(std::move(value))
    { }
    Outcome(Refusal refusal)
        : m_state(std::move(refusal))
    { }
    Outcome(OAuthError error)
        : m_state(Refusal(std::move(error)))
    { }

    explicit operator bool() const { return m_state.index() == 0; }
    T &operator*() & { return std::get<0>(m_state); }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    T *operator->() { return &std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    const Refusal &refusal() const { return std::get<1>(m_state); }

private:
    std::variant<T, Refusal> m_state;
};

} // namespace Gatehouse
