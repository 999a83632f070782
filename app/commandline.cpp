#include "app/commandline.h"

#include <QCommandLineParser>

namespace Gatehouse {

namespace {

const QString Database = QStringLiteral("database");
const QString Address = QStringLiteral("address");
const QString Port = QStringLiteral("port");
const QString Issuer = QStringLiteral("issuer");
const QString Tls = QStringLiteral("tls");
const QString TlsCertificate = QStringLiteral("tls-cert");
const QString TlsKey = QStringLiteral("tls-key");
const QString PassphraseFile = QStringLiteral("passphrase-file");
const QString Config = QStringLiteral("config");
const QString Profile = QStringLiteral("profile");
const QString Demo = QStringLiteral("demo");
const QString Verbose = QStringLiteral("verbose");
const QString Help = QStringLiteral("help");
const QString Version = QStringLiteral("version");

std::optional<QString> given(const QCommandLineParser &parser, const QString &name)
{
    return parser.isSet(name) ? std::optional(parser.value(name)) : std::nullopt;
}

Error usageError(const QString &sentence)
{
    return {Error::Kind::Invalid, sentence};
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return usageError(tr("%1 See \"gatehouse --help\".").arg(parser.errorText()));
    const Result<Command> command = commandOf(parser);
    if (!command)
        return command.error();
    if (const Result<void> filled = refuseEmptyValues(parser); !filled)
        return filled.error();

    CommandLine line;
    line.command = *command;
    line.database = given(parser, Database);
    line.address = given(parser, Address);
    line.issuer = given(parser, Issuer);
    line.config = given(parser, Config);
    line.profile = given(parser, Profile);
    line.tls = parser.isSet(Tls);
    line.tlsCertificate = given(parser, TlsCertificate);
    line.tlsKey = given(parser, TlsKey);
    line.passphraseFile = given(parser, PassphraseFile);
    line.demo = parser.isSet(Demo);
    line.verbose = parser.isSet(Verbose);
    if (line.verbose && line.command != Command::Serve)
        return usageError(tr("--verbose goes with \"serve\"; the window has a page for the server's output."));
    if (line.tlsCertificate.has_value() != line.tlsKey.has_value())
        return usageError(tr("--tls-cert and --tls-key go together."));
    if (const Result<void> port = line.readPort(parser); !port)
        return port.error();
    return line;
}

QString CommandLine::helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

void CommandLine::addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(tr("A desktop console with a real OAuth 2 authorization server inside."));
    parser.addPositionalArgument(QStringLiteral("serve"), tr("Run the server alone; needs no display."),
                                 QStringLiteral("[serve]"));
    parser.addOptions({
        {Database, tr("The database: a path, sqlite:PATH, or :memory:."), tr("URL")},
        {Address, tr("The address to listen on (127.0.0.1)."), tr("ADDRESS")},
        {Port, tr("The port to listen on (6749; 0 is any free one)."), tr("PORT")},
        {Issuer, tr("The issuer's URL, when clients reach the server by another one."), tr("URL")},
        {Tls, tr("Serve HTTPS, with a certificate for localhost that Gatehouse makes itself.")},
        {TlsCertificate, tr("Serve HTTPS with the certificate in this PEM file."), tr("FILE")},
        {TlsKey, tr("The PEM file with the certificate's key."), tr("FILE")},
        {PassphraseFile, tr("The file with the passphrase of the keys, for its owner only (0600)."), tr("FILE")},
        {Config, tr("A configuration file (JSON); its policy is applied again whenever it changes."), tr("FILE")},
        {Profile, tr("Set the policy to a preset: standard, strict, doorkeeper or wiki."), tr("NAME")},
        {Verbose, tr("With serve: print what each request does to standard error.")},
        {Demo, tr("Start with the sample users and applications, in a database of their own.")},
        {{QStringLiteral("v"), Version}, tr("Show the version.")},
        {{QStringLiteral("h"), Help}, tr("Show this help.")},
    });
}

Result<CommandLine::Command> CommandLine::commandOf(const QCommandLineParser &parser)
{
    if (parser.isSet(Help))
        return Command::Help;
    if (parser.isSet(Version))
        return Command::Version;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return Command::Console;
    if (words.first() != QLatin1String("serve"))
        return usageError(
            tr("\"%1\" is no command; there is only \"serve\". See \"gatehouse --help\".").arg(words.first()));
    if (words.size() > 1)
        return usageError(tr("\"serve\" takes no argument such as \"%1\". See \"gatehouse --help\".").arg(words.at(1)));
    return Command::Serve;
}

Result<void> CommandLine::refuseEmptyValues(const QCommandLineParser &parser)
{
    for (const QString &name :
         {Database, Address, Port, Issuer, Config, Profile, TlsCertificate, TlsKey, PassphraseFile}) {
        if (parser.isSet(name) && parser.value(name).trimmed().isEmpty())
            return usageError(tr("The option --%1 needs a value. See \"gatehouse --help\".").arg(name));
    }
    return {};
}

Result<void> CommandLine::readPort(const QCommandLineParser &parser)
{
    if (!parser.isSet(Port))
        return {};
    bool isNumber = false;
    const quint16 number = parser.value(Port).toUShort(&isNumber);
    if (!isNumber)
        return usageError(tr("\"%1\" is no port: give a number from 0 to 65535.").arg(parser.value(Port)));
    port = number;
    return {};
}

} // namespace Gatehouse
