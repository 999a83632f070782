#pragma once

#include "models/clock.h"
#include "models/records/application.h"
#include "models/records/policy.h"
#include "models/records/user.h"
#include "models/store/store.h"
#include "models/store/storethread.h"
#include "server/servercontroller.h"
#include "tests/support/teststore.h"
#include "tests/support/testvault.h"

#include <memory>

namespace Gatehouse {

/// The whole server as it is in the program: its own thread, a database, a socket on a free loopback port. Ends with the
/// object.
class FlowServer
{
public:
    static constexpr char Email[] = "ada@example.com";
    static constexpr char Password[] = "correct horse";
    static constexpr char Secret[] = "a secret of the client";
    static constexpr char WebUri[] = "http://127.0.0.1:9999/callback";

    explicit FlowServer(const Policy &policy = {}, const QString &database = QStringLiteral(":memory:"));

    /// The tokens of one consent of Ada's to "web", as a client has them.
    struct Family
    {
        Id id = 0;
        QString access;
        QString refresh;
    };

    quint16 port() const { return m_controller->port(); }
    QByteArray origin() const { return m_controller->issuer().toUtf8(); }

    /// A code of Ada's for "web" that nobody has redeemed; it lives a minute.
    QString newCode();
    /// A pair of tokens that nobody has used.
    Family newFamily();

    /// Runs `job(Store &)` in the service thread and waits for what it yields.
    template<class Job> auto inStore(Job job)
    {
        using Value = std::invoke_result_t<Job, Store &>;
        Value value {};
        Store &store = m_service->store();
        QMetaObject::invokeMethod(
            &store, [&] { value = job(store); }, Qt::BlockingQueuedConnection);
        return value;
    }

private:
    void addWorld(const Policy &policy);

    SystemClock m_clock;
    std::unique_ptr<StoreThread> m_service;
    TestVault m_vault;
    std::unique_ptr<ServerController> m_controller;
    int m_made = 0; ///< codes and families
};

} // namespace Gatehouse
