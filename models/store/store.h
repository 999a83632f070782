#pragma once

#include "models/clock.h"
#include "models/records/changeset.h"
#include "models/result.h"
#include "models/store/connection.h"
#include "models/store/writer.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <type_traits>
#include <utility>

namespace Gatehouse {

class ApplicationStore;
class AuditStore;
class ConsentStore;
class DomainStore;
class ExchangeStore;
class FamilyStore;
class GrantStore;
class SessionStore;
class SettingStore;
class TokenStore;
class UserStore;

/// The database as the program sees it: one writing connection and one store per table. Lives in one thread (the
/// service thread, where the server runs too). Other threads hand it work with run() and hear of changes by changed().
class Store : public QObject
{
    Q_OBJECT

public:
    /// Opens, migrates and checks the database, in the calling thread.
    static Result<std::unique_ptr<Store>> open(const DatabaseUrl &url, const Clock &clock);
    ~Store() override;

    DomainStore &domains() { return *m_domains; }
    UserStore &users() { return *m_users; }
    ApplicationStore &applications() { return *m_applications; }
    GrantStore &grants() { return *m_grants; }
    TokenStore &tokens() { return *m_tokens; }
    FamilyStore &families() { return *m_families; }
    ConsentStore &consents() { return *m_consents; }
    SessionStore &sessions() { return *m_sessions; }
    AuditStore &audit() { return *m_audit; }
    ExchangeStore &exchanges() { return *m_exchanges; }
    SettingStore &settings() { return *m_settings; }
    Writer &writer() { return *m_writer; }
    Connection &connection() { return *m_connection; }
    const Clock &clock() const { return m_clock; }
    /// The database was replaced by a sound one. In the store's thread.
    void forgetDamage();
    const DatabaseUrl &url() const { return m_connection->url(); }

    /// Runs `job(Store &)`, which returns a Result, in the store's thread, and calls `done(result)` in the application's
    /// thread once what it wrote is durable; a commit that fails turns into Error::Unavailable. Never waits.
    /// Called from the application's thread, where `context` lives; nothing is called once `context` is gone.
    template<class Job, class Done> void run(Job job, QObject *context, Done done)
    {
        using Outcome = std::invoke_result_t<Job, Store &>;
        QMetaObject::invokeMethod(
            this,
            [this, job = std::move(job), guard = QPointer<QObject>(context), done = std::move(done)]() mutable {
                auto outcome = std::make_shared<Outcome>(job(*this));
                m_writer->whenSettled([outcome, guard, done = std::move(done)](bool durable) mutable {
                    if (!durable && outcome->isOk())
                        *outcome = Outcome(notDurable());
                    QMetaObject::invokeMethod(
                        QCoreApplication::instance(),
                        [outcome, guard, done = std::move(done)]() mutable {
                            if (guard)
                                done(*outcome);
                        },
                        Qt::QueuedConnection);
                });
            },
            Qt::QueuedConnection);
    }

Q_SIGNALS:
    /// What committed since the last announcement, at most ten times a second. Also when another process wrote
    /// (then `everything` of each table).
    void changed(const Gatehouse::ChangeSet &changes);
    /// Once: a page of the file is damaged.
    void damageFound();

private:
    Store(std::unique_ptr<Connection> connection, const Clock &clock);
    static Error notDurable();
    void collect(const ChangeSet &changes);
    void forget();
    void announce();

    const Clock &m_clock;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<DomainStore> m_domains;
    std::unique_ptr<UserStore> m_users;
    std::unique_ptr<ApplicationStore> m_applications;
    std::unique_ptr<GrantStore> m_grants;
    std::unique_ptr<TokenStore> m_tokens;
    std::unique_ptr<FamilyStore> m_families;
    std::unique_ptr<ConsentStore> m_consents;
    std::unique_ptr<SessionStore> m_sessions;
    std::unique_ptr<AuditStore> m_audit;
    std::unique_ptr<ExchangeStore> m_exchanges;
    std::unique_ptr<SettingStore> m_settings;
    ChangeSet m_pending;
    QTimer m_announcement;
    qint64 m_foreignChanges = 0;
    bool m_hasToldDamage = false;
};

} // namespace Gatehouse
