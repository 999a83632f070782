#include "app/services.h"

#include "app/clientrules.h"
#include "app/demoworld.h"
#include "app/domainrules.h"
#include "models/doorkeeper/railsschema.h"
#include "models/secrets/keychainsecretstore.h"
#include "models/secrets/vaultopener.h"
#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "models/store/storethread.h"
#include "models/upkeep/upkeep.h"
#include "server/pages/catalogues.h"
#include "server/servercontroller.h"
#include "ui/rememberedserver.h"

#include <QStandardPaths>

namespace Gatehouse {

namespace {

Result<void> applyPolicy(Store &store, const Configuration &configuration)
{
    if (!configuration.changesPolicy())
        return {};
    const Result<IdentityDomain> domain = store.domains().defaultDomain();
    if (!domain)
        return domain.error();
    const Result<Policy> policy = configuration.policyOver(domain->policy);
    if (!policy)
        return policy.error();
    return *policy == domain->policy ? Result<void>() : store.domains().setPolicy(domain->id, *policy);
}

Result<void> applyPolicies(Store &store, const Configuration &configuration)
{
    if (const Result<void> applied = applyPolicy(store, configuration); !applied)
        return applied;
    return DomainRules(configuration.domains).applyTo(store);
}

Result<void> applyRules(Store &store, const Configuration &configuration)
{
    if (const Result<void> applied = applyPolicies(store, configuration); !applied)
        return applied;
    const auto applied = ClientRules(configuration.applications).applyTo(store, DomainStore::DefaultId);
    return applied ? Result<void>() : applied.error();
}

/// What the database needs before the server starts. Answers how it is to be run.
Result<ServerSettings> prepare(Store &store, const Configuration &configuration)
{
    if (const Result<void> applied = applyPolicy(store, configuration); !applied)
        return applied.error();
    if (configuration.demo) {
        if (const Result<void> added = DemoWorld::load().addTo(store); !added)
            return added.error();
    }
    if (const Result<void> applied = applyRules(store, configuration); !applied)
        return applied.error();
    if (!configuration.keepsServer)
        return configuration.server;
    const Result<ServerSettings> remembered = rememberedServer(store, configuration.server);
    return remembered ? Result<ServerSettings>(configuration.serverOver(*remembered)) : remembered;
}

} // namespace

Services::Services(const Configuration &configuration)
    : m_configuration(configuration)
{
    if (configuration.file.isEmpty())
        return;
    m_watcher = std::make_unique<ConfigWatcher>(configuration.file);
    connect(m_watcher.get(), &ConfigWatcher::changed, this, &Services::reload);
    connect(m_watcher.get(), &ConfigWatcher::refused, this, [this](const QString &sentence) {
        Q_EMIT noticed(tr("%1 The last good configuration stays in force.").arg(sentence));
    });
}

Result<std::unique_ptr<Services>> Services::open(const Configuration &configuration)
{
    if (RailsSchema::read(configuration.database))
        return Error {Error::Kind::Invalid,
                      tr("%1 is the database of a Rails application with Doorkeeper: its window opens with \"gatehouse "
                         "--database\", but no server runs on it. Choose another file; this one was left as it is.")
                          .arg(configuration.database.display())};
    std::unique_ptr<Services> services(new Services(configuration));
    Result<std::unique_ptr<StoreThread>> thread = StoreThread::start(configuration.database, services->m_clock);
    if (!thread)
        return thread.error();
    services->m_thread = *std::move(thread);
    ServerSettings settings = configuration.server;
    settings.catalogues = std::make_shared<const Catalogues>();
    services->m_vault = std::make_unique<VaultOpener>(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
                                                      configuration.keys, std::make_unique<KeychainSecretStore>());
    services->m_server = std::make_unique<ServerController>(*services->m_thread, *services->m_vault, settings);
    services->m_upkeep = new Upkeep(services->store());
    services->m_upkeep->moveToThread(&services->m_thread->thread());
    return services;
}

Services::~Services()
{
    m_server.reset();
    if (m_upkeep)
        QMetaObject::invokeMethod(
            &store(), [upkeep = m_upkeep] { delete upkeep; }, Qt::BlockingQueuedConnection);
}

Store &Services::store()
{
    return m_thread->store();
}

ContentRules Services::rules() const
{
    return [configuration = m_configuration](Store &store) { return applyRules(store, configuration); };
}

void Services::start()
{
    store().run([configuration = m_configuration](Store &store) { return prepare(store, configuration); }, this,
                [this](const Result<ServerSettings> &outcome) {
                    if (!outcome) {
                        Q_EMIT failed(outcome.error());
                        return;
                    }
                    ServerSettings settings = *outcome;
                    settings.catalogues = m_server->settings().catalogues;
                    m_server->setSettings(settings);
                    noteUnusedPassphrase(settings);
                    m_server->start();
                    QMetaObject::invokeMethod(m_upkeep, &Upkeep::lookAtSchedule, Qt::QueuedConnection);
                    Q_EMIT prepared();
                });
}

/// Whoever names a file with a passphrase believes that it guards something.
void Services::noteUnusedPassphrase(const ServerSettings &settings)
{
    if (m_configuration.keys.passphraseFile.isEmpty())
        return;
    if (settings.tls.mode != TlsSettings::Mode::Local)
        Q_EMIT noticed(tr("--passphrase-file is not used: the server keeps no key unless it makes its own certificate "
                          "(--tls)."));
    connect(m_vault.get(), &VaultOpener::changed, this, [this] {
        if (m_vault->protection() != KeyProtection::Passphrase)
            Q_EMIT noticed(tr("--passphrase-file is not used. Set secrets.protection to \"passphrase\" in the "
                              "configuration file to have the keys guarded by it."));
    });
}

void Services::reload(const ConfigDocument &document)
{
    m_configuration = m_configuration.withPolicyOf(document);
    store().run([configuration = m_configuration](Store &store) { return applyPolicies(store, configuration); }, this,
                [this](const Result<void> &outcome) {
                    Q_EMIT noticed(outcome ? tr("%1 was read again; its policy applies now.").arg(m_configuration.file)
                                           : outcome.error().message);
                });
}

} // namespace Gatehouse
