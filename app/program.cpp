#include "app/program.h"

#include "app/consoleapplication.h"
#include "app/exitcode.h"
#include "app/output.h"
#include "app/serveapplication.h"
#include "app/translationloader.h"

#include <QApplication>

namespace Gatehouse {

int Program::run(int &argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("gatehouse"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEHOUSE_VERSION));
    // Qt's own event loop serves sockets a tenth faster than GLib's; the service thread takes it from here.
    qputenv("QT_NO_THREADED_GLIB", "1");
    const bool window = wantsWindow(argc, argv) && ConsoleApplication::hasDisplay();
    return window ? runWindow(argc, argv) : runTerminal(argc, argv);
}

int Program::runWindow(int &argc, char **argv)
{
    const QApplication application(argc, argv);
    const TranslationLoader translations;
    const Result<CommandLine> line = CommandLine::parse(QCoreApplication::arguments());
    if (!line)
        return ConsoleApplication::refuse(line.error().message, EX_USAGE);
    int exitCode = EX_OK;
    const Result<Configuration> configuration = configure(*line, exitCode);
    return configuration ? ConsoleApplication::run(*configuration)
                         : ConsoleApplication::refuse(configuration.error().message, exitCode);
}

int Program::runTerminal(int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TranslationLoader translations;
    const Result<CommandLine> line = CommandLine::parse(QCoreApplication::arguments());
    if (!line) {
        complain(line.error().message);
        return EX_USAGE;
    }
    switch (line->command) {
    case CommandLine::Command::Help:
        say(CommandLine::helpText().trimmed());
        return EX_OK;
    case CommandLine::Command::Version:
        say(QStringLiteral("gatehouse " GATEHOUSE_VERSION));
        return EX_OK;
    case CommandLine::Command::Serve:
        return serve(*line);
    case CommandLine::Command::Console:
        complain(tr("There is no display for the window; use \"gatehouse serve\" to run the server alone."));
        return EX_UNAVAILABLE;
    }
    Q_UNREACHABLE();
}

int Program::serve(const CommandLine &line)
{
    int exitCode = EX_OK;
    const Result<Configuration> configuration = configure(line, exitCode);
    if (configuration)
        return ServeApplication::run(*configuration);
    complain(configuration.error().message);
    return exitCode;
}

bool Program::wantsWindow(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const Result<CommandLine> line = CommandLine::parse(arguments);
    return line && line->command == CommandLine::Command::Console;
}

Result<Configuration> Program::configure(const CommandLine &line, int &exitCode)
{
    ConfigDocument document;
    if (line.config) {
        Result<ConfigDocument> read = readConfig(*line.config);
        if (!read) {
            exitCode = exitCodeForConfig(read.error());
            return read.error();
        }
        document = *std::move(read);
    }
    exitCode = EX_USAGE;
    return Configuration::from(line, document);
}

Result<ConfigDocument> Program::readConfig(const QString &file)
{
    Result<ConfigDocument> document = ConfigDocument::read(file);
    const auto unusable = [](const QString &reason) {
        return Error {Error::Kind::Invalid, tr("The configuration cannot be used; correct %1").arg(reason)};
    };
    if (!document)
        return document.error().kind == Error::Kind::Invalid ? unusable(document.error().message) : document.error();
    // What is wrong in the file is found without the command line.
    if (const Result<Configuration> alone = Configuration::from(CommandLine(), *document); !alone)
        return unusable(file + QStringLiteral(": ") + alone.error().message);
    return document;
}

} // namespace Gatehouse
