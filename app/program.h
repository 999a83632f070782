#pragma once

#include "app/commandline.h"
#include "app/configuration.h"

#include <QCoreApplication>

namespace Gatehouse {

/// The program from its arguments to its exit code (sysexits.h).
class Program
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Program)

public:
    static int run(int &argc, char **argv);

private:
    static int runWindow(int &argc, char **argv);
    static int runTerminal(int &argc, char **argv);
    static int serve(const CommandLine &line);
    static bool wantsWindow(int argc, char **argv);
    static Result<Configuration> configure(const CommandLine &line, int &exitCode);
    static Result<ConfigDocument> readConfig(const QString &file);
};

} // namespace Gatehouse
