#pragma once

#include "models/result.h"
#include "models/store/connection.h"
#include "models/store/databaseurl.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace Gatehouse {

/// Runs long reads beside the window and the server, one after the other, each on a connection of its own. Belongs to the
/// application's thread; waits for the read under way when it goes.
class ReadPool
{
public:
    explicit ReadPool(const DatabaseUrl &url)
        : m_url(url)
    {
        m_pool.setMaxThreadCount(1);
    }
    ~ReadPool()
    {
        m_pool.clear();
        m_pool.waitForDone();
    }

    /// Runs `job(Connection &)`, which returns a Result, and calls `done(result)` in the application's thread; nothing is
    /// called once `context` is gone. Never waits.
    template<class Job, class Done> void run(Job job, QObject *context, Done done)
    {
        m_pool.start(
            [url = m_url, job = std::move(job), guard = QPointer<QObject>(context), done = std::move(done)]() mutable {
                using Outcome = std::invoke_result_t<Job, Connection &>;
                const auto opened = Connection::open(url, Connection::Access::Read);
                auto outcome = std::make_shared<Outcome>(opened ? job(**opened) : Outcome(opened.error()));
                QMetaObject::invokeMethod(
                    QCoreApplication::instance(),
                    [outcome, guard, done = std::move(done)]() mutable {
                        if (guard)
                            done(*outcome);
                    },
                    Qt::QueuedConnection);
            });
    }

private:
    DatabaseUrl m_url;
    QThreadPool m_pool;
};

} // namespace Gatehouse
