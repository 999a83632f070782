#include "models/secrets/digest.h"
#include "tests/bench/stalls.h"
#include "tests/bench/wrk.h"
#include "tests/ui/consolefixture.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>

using namespace Gatehouse;

namespace {

constexpr int RoundsPerView = 3;
constexpr int LoadSeconds = 4;

/// What is on the screen while the server is asked.
struct View
{
    const char *name;
    QString page; ///< empty: there is no window
    bool isRecording = false; ///< as the window does, and `serve` when it is told to
};

struct Figures
{
    QList<double> perSecond;
    double stall = 0;
    double work = 0;

    double median() const
    {
        QList<double> sorted = perSecond;
        std::sort(sorted.begin(), sorted.end());
        return sorted.at(sorted.size() / 2);
    }
};

/// wrk in a thread of its own, while the event loop goes on.
LoadResult loadWhileRunning(const Load &load)
{
    std::optional<LoadResult> outcome;
    std::atomic_bool isOver = false;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        Wrk wrk;
        const Result<LoadResult> result = wrk.run(load);
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        outcome = *result;
        isOver = true;
    }));
    thread->start();
    runUntil([&] { return isOver.load(); }, 60000);
    thread->wait();
    return outcome.value_or(LoadResult());
}

void restart(ServerController &server, bool isRecording)
{
    const auto reach = [&server](ServerController::State state) {
        if (!runUntil([&] { return server.state() == state; }, 20000))
            qFatal("The server does not start or stop.");
    };
    if (server.state() == ServerController::State::Running) {
        server.stop();
        reach(ServerController::State::Stopped);
    }
    ServerSettings settings = server.settings();
    settings.recordExchanges = isRecording;
    server.setSettings(settings);
    server.start();
    reach(ServerController::State::Running);
}

} // namespace

/// How much the window costs the server, and the server the window: requests a second with it and without it, in one run.
int main(int argc, char *argv[])
{
    qputenv("QT_NO_THREADED_GLIB", "1"); // as the program does
    QApplication application(argc, argv);
    QTemporaryDir folder;
    const SystemClock clock;
    ConsoleFixture fixture(&clock, folder.filePath(QStringLiteral("bench.db")));
    const Application client = fixture.addApplication(QStringLiteral("bench"));
    const QByteArray form = "client_id=bench&client_secret=bench-secret";
    (void)fixture.addToken(client, sha256Hex(QStringLiteral("probe")));
    Stalls stalls;
    const View views[] = {
        {"without a window", {}, false},
        {"without a window, recording", {}, true},
        {"Overview", QStringLiteral("overview"), true},
        {"Tokens", QStringLiteral("tokens"), true},
        {"Server Output", QStringLiteral("output"), true},
    };
    const std::pair<const char *, QByteArray> routes[]
        = {{"/oauth/token", "grant_type=client_credentials&" + form}, {"/oauth/introspect", "token=probe&" + form}};
    for (const auto &[path, body] : routes) {
        Figures figures[std::size(views)];
        for (int round = 0; round < RoundsPerView; ++round) {
            for (std::size_t i = 0; i < std::size(views); ++i) {
                restart(fixture.server(), views[i].isRecording);
                std::unique_ptr<MainWindow> window;
                if (!views[i].page.isEmpty()) {
                    window = std::make_unique<MainWindow>(fixture.console());
                    window->resize(1280, 800);
                    window->show();
                    window->openPage(views[i].page);
                }
                runFor(1500);
                stalls.forget();
                const LoadResult result
                    = loadWhileRunning({fixture.server().issuer().toLatin1() + path, body, 32, LoadSeconds});
                if (result.refused + result.broken > 0)
                    qFatal("%lld refused, %lld broken", result.refused, result.broken);
                figures[i].perSecond.append(result.perSecond());
                figures[i].stall = std::max(figures[i].stall, stalls.longest());
                figures[i].work = std::max(figures[i].work, stalls.longestWork());
            }
        }
        std::printf("POST %s\n", path);
        for (std::size_t i = 0; i < std::size(views); ++i) {
            std::printf("  %-28s %7.0f/s  %4.2f", views[i].name, figures[i].median(),
                        figures[i].median() / figures[0].median());
            if (!views[i].page.isEmpty())
                std::printf("  longest stall %5.1f ms, of it own work %5.1f ms", figures[i].stall, figures[i].work);
            std::printf("\n");
        }
    }
    return 0;
}
