#pragma once

#include "models/result.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

class QCommandLineParser;

namespace Gatehouse {

/// What the program was started with. Options that were not given are empty.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::CommandLine)

public:
    enum class Command { Console, Serve, Help, Version };

    Command command = Command::Console;
    std::optional<QString> database;
    std::optional<QString> address;
    std::optional<quint16> port;
    std::optional<QString> issuer;
    std::optional<QString> config;
    std::optional<QString> profile;
    bool tls = false; ///< with the certificate of the local authority, unless files are named
    std::optional<QString> tlsCertificate;
    std::optional<QString> tlsKey;
    std::optional<QString> passphraseFile;
    bool demo = false;
    bool verbose = false;

    /// Reads the arguments, the program's name first. Error::Invalid is one sentence for the person who typed them.
    /// Needs no application object; texts are translated when there is one.
    static Result<CommandLine> parse(const QStringList &arguments);
    /// Every command and option, as --help shows it. Needs an application object.
    static QString helpText();

private:
    static void addOptions(QCommandLineParser &parser);
    static Result<Command> commandOf(const QCommandLineParser &parser);
    Result<void> readPort(const QCommandLineParser &parser);
    static Result<void> refuseEmptyValues(const QCommandLineParser &parser);
};

} // namespace Gatehouse
