#include "models/store/storethread.h"

#include "models/store/store.h"

#include <optional>

namespace Gatehouse {

namespace {

/// Runs `work` in `thread`, which runs an event loop, and waits for it.
template<class Work> void runIn(QThread &thread, Work work)
{
    QObject context;
    QThread *const home = context.thread();
    context.moveToThread(&thread);
    QMetaObject::invokeMethod(
        &context,
        [&] {
            work();
            context.moveToThread(home);
        },
        Qt::BlockingQueuedConnection);
}

} // namespace

StoreThread::StoreThread()
{
    m_thread.setObjectName(QStringLiteral("service"));
    m_thread.start();
}

StoreThread::~StoreThread()
{
    runIn(m_thread, [this] { m_store.reset(); });
    m_thread.quit();
    m_thread.wait();
}

Result<std::unique_ptr<StoreThread>> StoreThread::start(const DatabaseUrl &url, const Clock &clock)
{
    std::unique_ptr<StoreThread> service(new StoreThread);
    std::optional<Error> failure;
    runIn(service->m_thread, [&] {
        Result<std::unique_ptr<Store>> store = Store::open(url, clock);
        if (store)
            service->m_store = std::move(*store);
        else
            failure = store.error();
    });
    if (failure)
        return *failure;
    return service;
}

} // namespace Gatehouse
