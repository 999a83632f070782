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

constexpr int Rounds = 9;
constexpr int WarmUpSeconds = 1; ///< what is recorded of a burst is over after it
constexpr int LoadSeconds = 1;

/// What is on the screen while the server is asked.
struct View
{
    const char *name;
    QString page; ///< empty: there is no window
    bool isRecording = false; ///< as the window does, and `serve` when it is told to
};

struct Run
{
    double perSecond = 0;
    double serverMicroseconds = 0; ///< a request: what all threads but the window's worked
    double stall = 0;
    double work = 0;
    double share = 0;
};

/// Of a value of each run the median.
double median(const QList<Run> &runs, double Run::*value)
{
    QList<double> sorted;
    for (const Run &run : runs)
        sorted.append(run.*value);
    std::sort(sorted.begin(), sorted.end());
    return sorted.at(sorted.size() / 2);
}

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

Run measure(ConsoleFixture &fixture, const View &view, const QByteArray &path, const QByteArray &form)
{
    restart(fixture.server(), view.isRecording);
    std::unique_ptr<MainWindow> window;
    if (!view.page.isEmpty()) {
        window = std::make_unique<MainWindow>(fixture.console());
        window->resize(1280, 800);
        window->show();
        window->openPage(view.page);
    }
    runFor(300);
    Load load {fixture.server().issuer().toLatin1() + path, form, 32, WarmUpSeconds};
    (void)loadWhileRunning(load);
    load.seconds = LoadSeconds;
    Stalls stalls;
    const double before = clockMilliseconds(CLOCK_PROCESS_CPUTIME_ID) - clockMilliseconds(CLOCK_THREAD_CPUTIME_ID);
    const LoadResult result = loadWhileRunning(load);
    const double worked
        = clockMilliseconds(CLOCK_PROCESS_CPUTIME_ID) - clockMilliseconds(CLOCK_THREAD_CPUTIME_ID) - before;
    if (result.refused + result.broken > 0 || result.requests == 0)
        qFatal("%lld refused, %lld broken", result.refused, result.broken);
    return {result.perSecond(), worked * 1e3 / double(result.requests), stalls.longest(), stalls.longestWork(),
            stalls.share()};
}

void print(const View &view, const QList<Run> &runs, const QList<Run> &headless)
{
    QList<Run> ratios;
    for (qsizetype i = 0; i < runs.size(); ++i)
        ratios.append({runs.at(i).perSecond / headless.at(i).perSecond, 0, 0, 0, 0});
    std::printf("  %-28s %7.0f/s (headless beside it %7.0f/s)  %4.2f  server %5.1f (%5.1f) us a request", view.name,
                median(runs, &Run::perSecond), median(headless, &Run::perSecond), median(ratios, &Run::perSecond),
                median(runs, &Run::serverMicroseconds), median(headless, &Run::serverMicroseconds));
    const auto longest = [](const QList<Run> &some, double Run::*value) {
        double most = 0;
        for (const Run &run : some)
            most = std::max(most, run.*value);
        return most;
    };
    std::printf("; stalls: median %5.1f, longest %5.1f (%5.1f), own work %5.1f, %5.1f ms; works %2.0f (%2.0f) %%",
                median(runs, &Run::stall), longest(runs, &Run::stall), longest(headless, &Run::stall),
                median(runs, &Run::work), longest(runs, &Run::work), median(runs, &Run::share) * 100,
                median(headless, &Run::share) * 100);
    std::printf("\n");
    std::fflush(stdout);
}

} // namespace

/// How much the window costs the server, and the server the window: requests a second with it and without it, in one run. In
/// brackets what was without it: a thread that has nothing to do is stalled too, where there are few processors.
/// An argument names the only view to measure.
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
    const View headless = {"without a window", {}, false};
    const View views[] = {
        {"without a window, recording", {}, true},
        {"Overview", QStringLiteral("overview"), true},
        {"Tokens", QStringLiteral("tokens"), true},
        {"Server Output", QStringLiteral("output"), true},
    };
    const QString only = application.arguments().value(1);
    const auto isWanted = [&only](const View &view) { return only.isEmpty() || only == QLatin1String(view.name); };
    const std::pair<const char *, QByteArray> routes[]
        = {{"/oauth/token", "grant_type=client_credentials&" + form}, {"/oauth/introspect", "token=probe&" + form}};
    for (const auto &[path, body] : routes) {
        const auto measured
            = [&fixture, &path = path, &body = body](const View &view) { return measure(fixture, view, path, body); };
        QList<Run> with[std::size(views)];
        QList<Run> without[std::size(views)];
        for (int round = 0; round < Rounds; ++round) {
            for (std::size_t i = 0; i < std::size(views); ++i) {
                if (!isWanted(views[i]))
                    continue;
                if (round % 2 == 0)
                    with[i].append(measured(views[i]));
                without[i].append(measured(headless));
                if (round % 2 != 0)
                    with[i].append(measured(views[i]));
            }
        }
        std::printf("POST %s\n", path);
        for (std::size_t i = 0; i < std::size(views); ++i) {
            if (isWanted(views[i]))
                print(views[i], with[i], without[i]);
        }
    }
    return 0;
}
