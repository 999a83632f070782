#include "tests/fuzz/fuzz.h"
#include "tests/support/mutator.h"

#include <QDir>
#include <QFile>

#include <csignal>

#include <unistd.h>

using namespace Gatehouse;

// A target without libFuzzer: every file of its corpus, then seeded changes of them. GATEHOUSE_SEED repeats a run.

namespace {

constexpr int Mutations = FUZZ_MUTATIONS;
QByteArray underTest; ///< the input that brings the process down, when one does

/// Leaves the input behind for a person to look at.
void leaveInput(int signal)
{
    std::signal(signal, SIG_DFL);
    QFile file(QStringLiteral(FUZZ_TARGET ".finding"));
    if (file.open(QIODevice::WriteOnly) && file.write(underTest) == underTest.size() && file.flush())
        std::fprintf(stderr, "The input is in %s/" FUZZ_TARGET ".finding\n", qPrintable(QDir::currentPath()));
    std::raise(signal);
}

void run(const QByteArray &input)
{
    underTest = input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(underTest.constData()),
                           std::size_t(underTest.size()));
}

QByteArrayList corpus()
{
    const QDir folder(QStringLiteral(FUZZ_CORPUS));
    QByteArrayList inputs;
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            inputs.append(file.readAll());
    }
    return inputs;
}

} // namespace

extern "C" const char *__asan_default_options()
{
    return "abort_on_error=1";
}

int main()
{
    std::signal(SIGABRT, leaveInput);
    std::signal(SIGSEGV, leaveInput);
    const QByteArrayList inputs = corpus();
    require(!inputs.isEmpty(), "the target has a corpus");
    for (const QByteArray &input : inputs)
        run(input);
    const quint32 seed = qEnvironmentVariable("GATEHOUSE_SEED", QStringLiteral("6749")).toUInt();
    std::printf("GATEHOUSE_SEED=%u, %d inputs, %d changes of them\n", seed, int(inputs.size()), Mutations);
    Mutator mutator(seed);
    for (int i = 0; i < Mutations; ++i)
        run(mutator.mutated(mutator.oneOf(inputs), inputs));
    return 0;
}
