#pragma once

#include "models/clock.h"
#include "models/store/storethread.h"
#include "server/servercontroller.h"
#include "tests/support/teststore.h"
#include "tests/support/testvault.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <memory>

namespace Gatehouse {

/// The starting world of fixtures.json in a database of its own, behind the real server on a socket: a secret is minted for
/// each token symbol, the clock stands at the fixture's `now`.
class CaseWorld
{
public:
    /// `config` is the case's own, over the fixture's. `administratorHasToken`: mint ${ADMIN}.
    CaseWorld(const QJsonObject &fixture, const QJsonObject &config, bool administratorHasToken);
    ~CaseWorld();

    quint16 port() const { return m_controller->port(); }
    /// The text with each ${SYMBOL} replaced by its secret or by a saved variable.
    QString substituted(QString text) const;
    void save(const QString &variable, const QString &value) { m_variables.insert(variable, value); }
    /// The value of a Cookie header under which the user is signed in.
    QByteArray cookieOf(const QString &user);

    /// One of the operations that a case starts with.
    void prepare(const QJsonObject &operation);
    void reconsent(const QString &consent);
    /// Takes the fault away that prepare() put there.
    void mend();

    struct Snapshot
    {
        QSet<QString> active; ///< symbols
        QSet<QString> consents; ///< that stand
        friend bool operator==(const Snapshot &, const Snapshot &) = default;
    };
    Snapshot snapshot();
    /// When the symbol was revoked; 0: it was not.
    Timestamp revokedAt(const QString &symbol);
    /// How many tokens of the kinds, those that came later too, live in the family.
    qint64 liveInFamily(const QString &family, const QStringList &kinds);
    /// The records of the audit trail since the last call, oldest first; `separate` ones left out.
    QList<QJsonObject> newAuditRecords();
    /// Likewise those that were written after a failure.
    QList<QJsonObject> separateRecords();

    /// Runs `job(Store &)` in the service thread and waits for what it yields.
    template<class Job> auto inStore(Job job)
    {
        using Value = std::invoke_result_t<Job, Store &>;
        Value value {};
        QMetaObject::invokeMethod(
            &m_service->store(), [&] { value = job(m_service->store()); }, Qt::BlockingQueuedConnection);
        return value;
    }

private:
    struct Half
    {
        Id row = 0;
        QString kind; ///< "access", "refresh", "code", "id_token"
        QString consent;
        Timestamp issuedAt = 0;
        Timestamp expiresAt = 0;
        Id domain = 0;
        Id client = 0;
    };

    void startServer();
    void addPolicies(Store &store, const QJsonObject &config);
    void addClients(Store &store);
    void addUsers(Store &store);
    void addConsents(Store &store);
    void addTokens(Store &store);
    void addPair(Store &store, const QJsonObject &refresh, const QJsonObject &access);
    void addCode(Store &store, const QJsonObject &code);
    void addAdministratorsToken(Store &store);
    AccessToken baseRow(const QJsonObject &token);
    Id familyOf(Store &store, const QJsonObject &token);
    QString mint(const QJsonObject &token);
    QString issuerOf(const QString &domain) const;
    QJsonArray list(const char *name) const { return m_fixture.value(QLatin1String(name)).toArray(); }
    QList<QJsonObject> records(bool separate);

    QJsonObject m_fixture;
    ManualClock m_clock;
    std::unique_ptr<StoreThread> m_service;
    TestVault m_vault;
    std::unique_ptr<ServerController> m_controller;
    std::unique_ptr<Connection> m_locker; ///< the other program of "store_busy"
    QHash<QString, Id> m_domains;
    QHash<QString, Id> m_clients; ///< by "DOMAIN/CLIENT"
    QHash<QString, Id> m_users; ///< by "DOMAIN/USER"
    QHash<QString, Id> m_consents;
    QHash<QString, Id> m_families;
    QHash<QString, Half> m_halves; ///< by symbol
    QHash<QString, QString> m_variables;
    Id m_lastRecord = 0;
};

/// A moment of the fixtures.
Timestamp momentOf(const QJsonValue &text);

} // namespace Gatehouse
