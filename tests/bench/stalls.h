#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <functional>

namespace Gatehouse {

/// What a clock of the system shows.
inline double clockMilliseconds(clockid_t clock)
{
    timespec time = {};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// The gaps between the ticks of a timer of one millisecond, in the window's thread: what the clock on the wall says, and
/// what the thread itself worked meanwhile. Where other programs want the processors the first is longer than the second.
class Stalls : public QObject
{
public:
    Stalls()
    {
        forget();
        startTimer(1, Qt::PreciseTimer);
    }
    double longest() const { return m_longest; }
    double longestWork() const { return m_longestWork; }
    /// Of the time since forget(), the part in which the thread worked.
    double share() const
    {
        return (clockMilliseconds(CLOCK_THREAD_CPUTIME_ID) - m_workedBefore)
            / (clockMilliseconds(CLOCK_MONOTONIC) - m_beganBefore);
    }
    void forget()
    {
        m_longest = 0;
        m_longestWork = 0;
        begin();
        m_beganBefore = m_began;
        m_workedBefore = m_worked;
    }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_longest = std::max(m_longest, clockMilliseconds(CLOCK_MONOTONIC) - m_began);
        m_longestWork = std::max(m_longestWork, clockMilliseconds(CLOCK_THREAD_CPUTIME_ID) - m_worked);
        begin();
    }

private:
    void begin()
    {
        m_began = clockMilliseconds(CLOCK_MONOTONIC);
        m_worked = clockMilliseconds(CLOCK_THREAD_CPUTIME_ID);
    }

    double m_began = 0;
    double m_worked = 0;
    double m_beganBefore = 0;
    double m_workedBefore = 0;
    double m_longest = 0;
    double m_longestWork = 0;
};

/// Runs the event loop until `isDone` says so; false when that takes more than `milliseconds`. QTest::qWaitFor() would
/// sleep in between, for 10 ms a time, and count as a stall.
inline bool runUntil(const std::function<bool()> &isDone, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    QTimer tick; // or it would wait for events that may never come
    tick.start(1);
    while (!isDone() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isDone();
}

inline void runFor(int milliseconds)
{
    (void)runUntil([] { return false; }, milliseconds);
}

} // namespace Gatehouse
