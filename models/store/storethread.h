#pragma once

#include "models/result.h"
#include "models/store/databaseurl.h"

#include <QThread>

#include <memory>

namespace Gatehouse {

class Clock;
class Store;

/// The service thread: a Store living in a thread of its own. Whatever else works on the store (the server) moves there.
/// The destructor commits what is pending, closes the database and ends the thread.
class StoreThread
{
public:
    /// Starts the thread and opens the database there; waits until that is done.
    static Result<std::unique_ptr<StoreThread>> start(const DatabaseUrl &url, const Clock &clock);
    ~StoreThread();

    Store &store() { return *m_store; }
    QThread &thread() { return m_thread; }

private:
    StoreThread();

    QThread m_thread;
    std::unique_ptr<Store> m_store;
};

} // namespace Gatehouse
