#include "app/configuration.h"

#include "app/commandline.h"

#include <QFileInfo>
#include <QUrl>

namespace Gatehouse {

namespace {

Error valueError(const QString &sentence)
{
    return {Error::Kind::Invalid, sentence};
}

/// RFC 8414 section 2: no query, no fragment.
bool isIssuerUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && isWeb && !url.host().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

} // namespace

Result<Configuration> Configuration::from(const CommandLine &line, const ConfigDocument &document)
{
    Configuration configuration;
    configuration.demo = line.demo || document.demo.value_or(false);
    configuration.file = line.config.value_or(QString());
    configuration.policy = document.policy;
    configuration.applications = document.applications;
    configuration.m_profileIsGiven = line.profile.has_value();
    configuration.server.port = line.port ? *line.port : document.port.value_or(configuration.server.port);
    configuration.server.recordExchanges
        = line.verbose || document.recordExchanges.value_or(line.command == CommandLine::Command::Console);
    configuration.verbose = line.verbose;
    configuration.keys
        = {keyProtectionNamed(document.keyProtection.value_or(QString())), line.passphraseFile.value_or(QString())};
    configuration.keepsServer = line.command == CommandLine::Command::Console;
    configuration.m_addressIsGiven = line.address || document.address;
    configuration.m_portIsGiven = line.port || document.port;
    configuration.m_issuerIsGiven = line.issuer || document.issuer;
    configuration.m_tlsIsGiven = line.tls || line.tlsCertificate || document.tls || document.tlsCertificate;

    const auto chosen = [](const std::optional<QString> &first, const std::optional<QString> &second) {
        return first ? *first : second.value_or(QString());
    };
    for (const Result<void> &step :
         {configuration.setDatabase(line.database ? line.database : document.database),
          configuration.setAddress(chosen(line.address, document.address)), configuration.setTls(line, document),
          configuration.setIssuer(chosen(line.issuer, document.issuer)), configuration.setDomains(document.domains),
          configuration.setProfile(chosen(line.profile, document.profile))}) {
        if (!step)
            return step.error();
    }
    return configuration;
}

ServerSettings Configuration::serverOver(const ServerSettings &remembered) const
{
    ServerSettings settings = server;
    if (!m_addressIsGiven)
        settings.address = remembered.address;
    if (!m_portIsGiven)
        settings.port = remembered.port;
    if (!m_issuerIsGiven)
        settings.issuer = remembered.issuer;
    if (!m_tlsIsGiven)
        settings.tls = remembered.tls;
    return settings;
}

Result<Policy> Configuration::policyOver(const Policy &stored) const
{
    Result<Policy> result = profile.isEmpty() ? Result<Policy>(stored) : Policy::preset(profile);
    if (!result)
        return result;
    // A preset that takes local programs at their word has the pages of the sample world open too, as the wiki's are.
    if (demo && !profile.isEmpty())
        result->adminPagesOpen = result->usernameNamesOwner;
    if (const Result<void> applied = result->apply(policy); !applied)
        return applied.error();
    return result;
}

Configuration Configuration::withPolicyOf(const ConfigDocument &document) const
{
    Configuration changed = *this;
    changed.policy = document.policy;
    changed.domains = document.domains;
    if (!m_profileIsGiven)
        changed.profile = document.profile.value_or(QString());
    return changed;
}

Result<void> Configuration::setDatabase(const std::optional<QString> &text)
{
    if (text) {
        Result<DatabaseUrl> url = DatabaseUrl::parse(*text);
        if (!url)
            return url.error();
        database = *std::move(url);
        return {};
    }
    database = DatabaseUrl::standard();
    if (demo)
        database.path = QFileInfo(database.path).path() + QStringLiteral("/demo.db");
    return {};
}

Result<void> Configuration::setAddress(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (text == QLatin1String("localhost"))
        return {};
    if (!server.address.setAddress(text))
        return valueError(tr("\"%1\" is no address to listen on: give an IP address such as 127.0.0.1.").arg(text));
    return {};
}

Result<void> Configuration::setIssuer(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (!isIssuerUrl(text))
        return valueError(tr("\"%1\" is no issuer: give an http or https URL without query and fragment.").arg(text));
    server.issuer = text.endsWith(u'/') ? text.chopped(1) : text;
    return {};
}

/// Files that are named stand over the local certificate, the command line over the configuration file.
Result<void> Configuration::setTls(const CommandLine &line, const ConfigDocument &document)
{
    TlsSettings &tls = server.tls;
    if (document.tlsCertificate.has_value() != document.tlsKey.has_value())
        return valueError(tr("tls_certificate and tls_key go together."));
    if (line.tls && !line.tlsCertificate) {
        tls.mode = TlsSettings::Mode::Local;
    } else if (line.tlsCertificate) {
        tls = {TlsSettings::Mode::Files, *line.tlsCertificate, *line.tlsKey};
    } else if (document.tls == false) {
        tls.mode = TlsSettings::Mode::Off;
    } else if (document.tlsCertificate) {
        tls = {TlsSettings::Mode::Files, *document.tlsCertificate, *document.tlsKey};
    } else if (document.tls == true) {
        tls.mode = TlsSettings::Mode::Local;
    }
    return {};
}

Result<void> Configuration::setDomains(const QJsonObject &rules)
{
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        const QString issuer = rule->toObject().value(QStringLiteral("issuer")).toString();
        if (!issuer.isEmpty() && !isIssuerUrl(issuer))
            return valueError(
                tr("\"%1\" is no issuer: give an http or https URL without query and fragment.").arg(issuer));
    }
    domains = rules;
    return {};
}

Result<void> Configuration::setProfile(const QString &name)
{
    if (!name.isEmpty() && !Policy::profiles().contains(name))
        return valueError(
            tr("There is no profile \"%1\"; there are %2.").arg(name, Policy::profiles().join(QStringLiteral(", "))));
    profile = name;
    return {};
}

} // namespace Gatehouse
