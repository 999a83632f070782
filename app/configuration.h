#pragma once

#include "models/config/configdocument.h"
#include "models/records/policy.h"
#include "models/result.h"
#include "models/secrets/vaultopener.h"
#include "models/store/databaseurl.h"
#include "server/serversettings.h"

#include <QCoreApplication>

namespace Gatehouse {

class CommandLine;

/// How the program runs: the command line over the configuration file over the defaults.
class Configuration
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Configuration)

public:
    DatabaseUrl database;
    ServerSettings server;
    VaultOpener::Choice keys; ///< what guards them
    bool demo = false;
    bool verbose = false; ///< print what each request does
    bool keepsServer = false; ///< the window keeps address, port, issuer and encryption in the database
    QString file; ///< the configuration file; empty: none
    QString profile; ///< preset for the default domain; empty: the policy stays as stored
    QJsonObject applications; ///< rules laid over those of stored applications, by client_id
    QJsonObject policy; ///< switches laid over it
    QJsonObject domains; ///< identity domains beside the default one

    /// Puts both together. Errors are one sentence for the person who started the program.
    static Result<Configuration> from(const CommandLine &line, const ConfigDocument &document);

    /// What the window has kept of the server, where neither command line nor configuration file says otherwise.
    ServerSettings serverOver(const ServerSettings &remembered) const;
    /// The policy that `profile` and `policy` make of the stored one.
    Result<Policy> policyOver(const Policy &stored) const;
    /// The same configuration with profile and policy read anew; a profile on the command line stays.
    Configuration withPolicyOf(const ConfigDocument &document) const;
    bool changesPolicy() const { return !profile.isEmpty() || !policy.isEmpty(); }

private:
    Result<void> setDatabase(const std::optional<QString> &text);
    Result<void> setAddress(const QString &text);
    Result<void> setIssuer(const QString &text);
    Result<void> setTls(const CommandLine &line, const ConfigDocument &document);
    Result<void> setDomains(const QJsonObject &rules);
    Result<void> setProfile(const QString &name);

    bool m_profileIsGiven = false; ///< on the command line
    bool m_addressIsGiven = false; ///< on the command line or in the file; so with the rest
    bool m_portIsGiven = false;
    bool m_issuerIsGiven = false;
    bool m_tlsIsGiven = false;
};

} // namespace Gatehouse
