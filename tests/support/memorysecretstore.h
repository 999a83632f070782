#pragma once

#include "models/secrets/secretstore.h"

#include <QMap>
#include <QObject>

#include <memory>

namespace Gatehouse {

/// A secret service that fails as it is told to. Answers later, as a real one.
class MemorySecretStore : public SecretStore
{
public:
    struct State
    {
        enum class Mood { Works, Absent, Refuses, Silent, Forgets, LooksEmpty, ReadsFail };

        Mood mood = Mood::Works;
        QMap<QString, QByteArray> secrets;
        int asked = 0;
    };

    /// `state` is what the test looks at and changes.
    explicit MemorySecretStore(const std::shared_ptr<State> &state)
        : m_state(state)
    { }

    void read(const QString &name, QObject *context, Read done) override
    {
        answer(context, [state = m_state, name, done] {
            const bool isEmpty = state->mood == Mood::LooksEmpty || !state->secrets.contains(name);
            if (!isWell(*state) || state->mood == Mood::ReadsFail)
                return done(trouble(*state));
            done(isEmpty ? Result<QByteArray>(Error {Error::Kind::NotFound, QStringLiteral("it has no such entry")})
                         : Result<QByteArray>(state->secrets.value(name)));
        });
    }

    void write(const QString &name, const QByteArray &secret, QObject *context, Done done) override
    {
        answer(context, [state = m_state, name, secret, done] {
            if (isWell(*state) && state->mood != Mood::Forgets)
                state->secrets.insert(name, secret);
            done(isWell(*state) ? Result<void>() : Result<void>(trouble(*state)));
        });
    }

    void remove(const QString &name, QObject *context, Done done) override
    {
        answer(context, [state = m_state, name, done] {
            if (isWell(*state))
                state->secrets.remove(name);
            done(isWell(*state) ? Result<void>() : Result<void>(trouble(*state)));
        });
    }

private:
    using Mood = State::Mood;

    static bool isWell(const State &state) { return state.mood != Mood::Absent && state.mood != Mood::Refuses; }
    static Error trouble(const State &state)
    {
        if (state.mood == Mood::Refuses)
            return {Error::Kind::Conflict, QStringLiteral("it was not allowed to answer")};
        return {Error::Kind::Unavailable, QStringLiteral("no bus")};
    }
    template<class Function> void answer(QObject *context, Function function)
    {
        ++m_state->asked;
        if (m_state->mood != Mood::Silent)
            QMetaObject::invokeMethod(context, function, Qt::QueuedConnection);
    }

    std::shared_ptr<State> m_state;
};

} // namespace Gatehouse
