#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace Gatehouse {

/// Why something could not be done. `message` is a sentence for a person, in operator's words; it never goes on the wire.
struct Error
{
    enum class Kind {
        Invalid, ///< the input is wrong; trying again changes nothing
        NotFound, ///< no such row, file or key
        Conflict, ///< a unique value is taken, or the row was changed meanwhile
        Unavailable, ///< busy, locked, read-only, full: may work later
        Damaged, ///< the file is a database, but not a sound one: see Salvage
        TooNew, ///< written by a newer version of the program
        Internal, ///< a fault of ours
    };

    Kind kind = Kind::Internal;
    QString message;

    friend bool operator==(const Error &, const Error &) = default;
};

/// A value or the Error that stands in its place. Values, not exceptions, carry what can go wrong.
template<class T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::move(value))
    { }
    Result(Error error)
        : m_state(std::move(error))
    { }

    explicit operator bool() const { return m_state.index() == 0; }
    bool isOk() const { return m_state.index() == 0; }
    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template<> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    { }

    explicit operator bool() const { return !m_error; }
    bool isOk() const { return !m_error; }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace Gatehouse
