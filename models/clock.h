#pragma once

#include "models/records/types.h"

#include <atomic>
#include <chrono>

namespace Gatehouse {

/// Where the time comes from, so that tests can move it. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC.
    virtual Timestamp now() const = 0;
};

/// The time of the machine.
class SystemClock final : public Clock
{
public:
    Timestamp now() const override
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
};

/// A clock that stands still until it is moved.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Timestamp now)
        : m_now(now)
    { }
    Timestamp now() const override { return m_now; }
    void advance(Timestamp milliseconds) { m_now += milliseconds; }

private:
    std::atomic<Timestamp> m_now;
};

} // namespace Gatehouse
