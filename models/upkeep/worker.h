#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <utility>

namespace Gatehouse {

/// One long piece of work at a time, in a thread of its own. Used from one thread; the destructor cancels and waits.
class Worker
{
public:
    Worker() = default;
    ~Worker()
    {
        cancel();
        if (m_thread)
            m_thread->wait();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    bool isRunning() const { return bool(m_thread); }
    /// The work looks at it now and then, in its thread.
    bool isCancelled() const { return m_isCancelled; }
    void cancel() { m_isCancelled = true; }

    /// Runs `work()` in the thread and then `done(outcome)` in that of `context`, which owns this. Not while one is running.
    template<class Work, class Done> void start(const QString &name, QObject *context, Work work, Done done)
    {
        Q_ASSERT(!isRunning());
        m_isCancelled = false;
        m_thread.reset(QThread::create([this, context, work = std::move(work), done = std::move(done)] {
            auto outcome = work();
            QMetaObject::invokeMethod(
                context,
                [this, done, outcome = std::move(outcome)] {
                    m_thread->wait();
                    m_thread.reset();
                    done(outcome);
                },
                Qt::QueuedConnection);
        }));
        m_thread->setObjectName(name);
        m_thread->start(QThread::LowPriority);
    }

private:
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace Gatehouse
