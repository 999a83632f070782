#pragma once

#include "models/clock.h"
#include "models/records/accessgrant.h"
#include "models/records/accesstoken.h"
#include "models/records/application.h"
#include "models/records/user.h"
#include "models/store/connection.h"
#include "models/store/store.h"
#include "models/store/storethread.h"
#include "models/upkeep/upkeep.h"
#include "server/servercontroller.h"
#include "tests/support/teststore.h"
#include "tests/support/testvault.h"
#include "ui/console.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace Gatehouse {

/// What a window stands on, for one test: a database in memory in a service thread, a server that is not started, settings of its
/// own, and a clock that stands still unless another is given.
class ConsoleFixture
{
public:
    static constexpr Timestamp Start = 1'700'000'000'000;

    explicit ConsoleFixture(const Clock *clock = nullptr, const QString &database = QStringLiteral(":memory:"));
    ~ConsoleFixture();

    Console console();
    Store &store() { return m_thread->store(); }
    ServerController &server() { return *m_server; }
    TestVault &vault() { return m_vault; }
    Upkeep &upkeep() { return *m_upkeep; }
    ManualClock &clock() { return m_clock; }
    QSettings &settings() { return *m_settings; }
    void setSample(const SampleClient &sample) { m_sample = sample; }

    /// Runs `job(Store &)` in the service thread and waits until what it wrote is durable.
    template<class Job> auto run(Job job)
    {
        std::optional<std::invoke_result_t<Job, Store &>> outcome;
        QObject context;
        store().run(std::move(job), &context, [&outcome](const auto &result) { outcome = result; });
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 5000))
            qFatal("The service thread does not answer.");
        return *outcome;
    }

    /// "Web Client" with the secret "`uid`-secret".
    Application addApplication(const QString &uid = QStringLiteral("web"));
    User addUser(const QString &email = QStringLiteral("ada@example.com"));
    AccessToken addToken(const Application &application, const QString &token, Id family = 0);
    AccessGrant addGrant(const Application &application, const User &user, const QString &code);

private:
    QTemporaryDir m_folder;
    ManualClock m_clock {Start};
    const Clock &m_used;
    std::unique_ptr<StoreThread> m_thread;
    TestVault m_vault;
    std::unique_ptr<ServerController> m_server;
    Upkeep *m_upkeep; ///< belongs to the service thread
    std::unique_ptr<Connection> m_reader;
    std::unique_ptr<QSettings> m_settings;
    std::optional<SampleClient> m_sample;
};

} // namespace Gatehouse
