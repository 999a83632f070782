#include "models/clock.h"
#include "models/records/accesstoken.h"
#include "models/records/application.h"
#include "models/records/user.h"
#include "models/secrets/digest.h"
#include "models/secrets/random.h"
#include "models/store/applicationstore.h"
#include "models/store/connection.h"
#include "models/store/store.h"
#include "models/store/storethread.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"
#include "models/tables/tokensmodel.h"
#include "ui/delegates/identifierdelegate.h"
#include "ui/delegates/statusdelegate.h"
#include "ui/widgets/livetableview.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Gatehouse;

namespace {

constexpr int Jumps = 200;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, double value, const char *unit, double target = 0)
{
    if (target > 0)
        std::printf("%-46s %9.2f %-3s  target %6.0f  %s\n", what, value, unit, target,
                    value <= target ? "ok" : "MISSED");
    else
        std::printf("%-46s %9.2f %s\n", what, value, unit);
    std::fflush(stdout);
}

/// A figure of the process in MB: VmRSS (resident), RssAnon (its own part), RssFile (mapped files).
double memory(const QByteArray &figure)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(figure + ':')))
            return line.mid(figure.size() + 1).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

template<class T> T sure(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(result).value();
}

/// How long this thread worked, in milliseconds: what a machine that is busy with other things does not change.
double workTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// How long the main loop does not come round: the gaps between the ticks of a timer of one millisecond.
class Stalls : public QObject
{
public:
    Stalls()
    {
        m_timer.start();
        m_work = workTime();
        startTimer(1, Qt::PreciseTimer);
    }

    double longest() const { return m_gaps.isEmpty() ? 0 : *std::max_element(m_gaps.cbegin(), m_gaps.cend()); }
    double longestWork() const { return m_longestWork; }
    double percentile99()
    {
        if (m_gaps.isEmpty())
            return 0;
        std::sort(m_gaps.begin(), m_gaps.end());
        return m_gaps.at(m_gaps.size() * 99 / 100);
    }

protected:
    void timerEvent(QTimerEvent *) override
    {
        const double work = workTime();
        m_gaps.append(milliseconds(m_timer));
        m_longestWork = std::max(m_longestWork, work - m_work);
        m_work = work;
        m_timer.start();
    }

private:
    QElapsedTimer m_timer;
    QList<double> m_gaps;
    double m_work = 0;
    double m_longestWork = 0;
};

/// Issues tokens in the store's thread, evenly.
class Load : public QObject
{
public:
    Load(StoreThread &thread, int rate)
        : m_store(thread.store())
        , m_rate(rate)
        , m_timer(this)
    {
        m_timer.setInterval(2);
        connect(&m_timer, &QTimer::timeout, this, [this] { issue(); });
        moveToThread(&thread.thread());
    }

    void start()
    {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_elapsed.start();
                m_issued = 0;
                m_timer.start();
            },
            Qt::BlockingQueuedConnection);
    }

    /// Answers how many were issued.
    int stop()
    {
        QMetaObject::invokeMethod(
            this, [this] { m_timer.stop(); }, Qt::BlockingQueuedConnection);
        return m_issued;
    }

private:
    void issue()
    {
        const qint64 due = m_elapsed.elapsed() * m_rate / 1000;
        for (; m_issued < due; ++m_issued) {
            AccessToken token;
            token.domainId = 1;
            token.applicationId = 1 + m_issued % 50;
            token.token = sha256Hex(randomToken());
            token.scopes = QStringLiteral("read");
            token.grantType = QStringLiteral("client_credentials");
            token.createdAt = m_store.clock().now();
            token.expiresAt = token.createdAt + 7'200'000;
            (void)sure(m_store.tokens().insert(token));
        }
    }

    Store &m_store;
    int m_rate;
    int m_issued = 0;
    QElapsedTimer m_elapsed;
    QTimer m_timer;
};

/// Applications, users and this many tokens, in one go.
void fill(const DatabaseUrl &url, const Clock &clock, int rows)
{
    const auto store = sure(Store::open(url, clock));
    for (int i = 0; i < 200; ++i) {
        User user;
        user.domainId = 1;
        user.email = QStringLiteral("user%1@example.com").arg(i);
        (void)sure(store->users().create(user));
    }
    for (int i = 0; i < 50; ++i) {
        Application application;
        application.domainId = 1;
        application.name = QStringLiteral("Application %1").arg(i);
        application.uid = QStringLiteral("client%1").arg(i);
        (void)sure(store->applications().create(application));
    }
    store->writer().flush();
    const Timestamp base = clock.now() - rows;
    const auto filled = store->connection().execute(
        QStringLiteral(
            "INSERT INTO oauth_access_tokens (domain_id, application_id, resource_owner_id, token, scopes, grant_type, "
            "expires_in,"
            " created_at, expires_at, revoked_at)"
            " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
            " SELECT 1, 1 + i % 50, CASE WHEN i % 3 THEN 1 + i % 200 END, lower(hex(randomblob(32))), 'read write',"
            " 'authorization_code', 7200, %2 + i, %2 + i + 7200000, CASE WHEN i % 10 = 0 THEN %2 + i END FROM n")
            .arg(rows)
            .arg(base));
    if (!filled)
        qFatal("%s", qPrintable(filled.error().message));
}

void runFor(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
}

/// As the page Tokens has it.
void prepare(LiveTableView &view, const Clock &clock)
{
    view.setItemDelegateForColumn(TokensModel::TokenId, new IdentifierDelegate(clock, &view));
    view.setItemDelegateForColumn(TokensModel::Status, new StatusDelegate(clock, &view));
    view.resize(1000, 700);
    view.show();
    QCoreApplication::processEvents();
}

void openTable(LiveTableView &view, TokensModel &model, int rows)
{
    QElapsedTimer timer;
    timer.start();
    const double work = workTime();
    view.setModel(&model);
    view.showColumns({TokensModel::Status, TokensModel::TokenId, TokensModel::ApplicationName, TokensModel::UserEmail,
                      TokensModel::Scopes, TokensModel::Issued, TokensModel::Expires, TokensModel::Kind,
                      TokensModel::GrantType});
    model.reload();
    while (model.rowCount() == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    view.viewport()->repaint();
    print("first rows shown", milliseconds(timer), "ms", 100);
    print("  work of the main thread for it", workTime() - work, "ms");
    while (model.isLoading())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    view.viewport()->repaint();
    print("all rows to scroll through", milliseconds(timer), "ms");
    if (model.rowCount() != std::min(rows, KeysetTableModel::MaxRows))
        std::printf("NOT ALL ROWS: %d\n", model.rowCount());
}

void jump(LiveTableView &view)
{
    QRandomGenerator random(1);
    QScrollBar &bar = *view.verticalScrollBar();
    double sum = 0;
    double longest = 0;
    double worked = 0;
    for (int i = 0; i < Jumps; ++i) {
        QElapsedTimer timer;
        timer.start();
        const double work = workTime();
        bar.setValue(random.bounded(bar.maximum() + 1));
        view.viewport()->repaint();
        sum += milliseconds(timer);
        longest = std::max(longest, milliseconds(timer));
        worked += workTime() - work;
    }
    print("jump to a random row, repainted, mean", sum / Jumps, "ms");
    print("  work of it, mean", worked / Jumps, "ms");
    print("jump to a random row, repainted, longest", longest, "ms", 16);
    bar.setValue(0);
}

/// Answers the longest stall in milliseconds.
double live(LiveTableView &view, TokensModel &model, Load &load, int rate, int seconds)
{
    view.selectRow(3);
    const Id selected = model.idAt(3);
    const int before = model.rowCount();
    load.start();
    Stalls stalls;
    runFor(seconds * 1000);
    const double longest = stalls.longest();
    const int issued = load.stop();
    runFor(500);
    const QModelIndexList rows = view.selectionModel()->selectedRows();
    const bool isKept = rows.size() == 1 && rows.first().data(IdRole).toLongLong() == selected;
    print("main loop's longest stall, live", longest, "ms", 16);
    print("  longest work of one turn", stalls.longestWork(), "ms", 16);
    print("main loop's 99th percentile, live", stalls.percentile99(), "ms");
    std::printf("%-46s %9d of %d issued at %d/s\n", "rows that came in", model.rowCount() - before, issued, rate);
    std::printf("%-46s %9s\n", "selection kept", isKept ? "yes" : "NO");
    return longest;
}

/// The same load with no table shown: what the machine alone does to the main loop.
double stallWithoutTable(Load &load, int seconds)
{
    load.start();
    const Stalls stalls;
    runFor(seconds * 1000);
    load.stop();
    print("main loop's longest stall, no table", stalls.longest(), "ms");
    return stalls.longest();
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({QStringLiteral("rows"), QStringLiteral("Tokens in the table."), QStringLiteral("N"),
                       QStringLiteral("1000000")});
    options.addOption({QStringLiteral("rate"), QStringLiteral("Tokens issued a second."), QStringLiteral("N"),
                       QStringLiteral("1000")});
    options.addOption(
        {QStringLiteral("seconds"), QStringLiteral("How long."), QStringLiteral("N"), QStringLiteral("5")});
    options.process(application);
    const int rows = options.value(QStringLiteral("rows")).toInt();
    const int rate = options.value(QStringLiteral("rate")).toInt();
    const int seconds = options.value(QStringLiteral("seconds")).toInt();

    const QTemporaryDir folder;
    const SystemClock clock;
    const DatabaseUrl url = sure(DatabaseUrl::parse(folder.filePath(QStringLiteral("bench.db"))));
    QElapsedTimer timer;
    timer.start();
    fill(url, clock, rows);
    std::printf("%d tokens in the database after %.1f s\n", rows, milliseconds(timer) / 1000);

    const auto thread = sure(StoreThread::start(url, clock));
    const auto reader = sure(Connection::open(url, Connection::Access::Read));
    LiveTableView view(clock);
    prepare(view, clock);
    const double memoryBefore = memory("VmRSS");
    TokensModel model(*reader, clock);
    QObject::connect(&thread->store(), &Store::changed, &model, &KeysetTableModel::applyChanges, Qt::QueuedConnection);
    openTable(view, model, rows);
    jump(view);

    auto *load = new Load(*thread, rate); // lives, and goes, in the store's thread
    const double withTable = live(view, model, *load, rate, seconds);
    print("memory with the table, live", memory("VmRSS"), "MB", 150);
    print("  of it the process's own", memory("RssAnon"), "MB");
    print("  of it mapped files", memory("RssFile"), "MB");
    print("memory before the table was opened", memoryBefore, "MB");
    view.setModel(nullptr);
    const double alone = stallWithoutTable(*load, seconds);
    print("ratio of the longest stalls, table to no table", alone > 0 ? withTable / alone : 0, "x");
    load->deleteLater();
    return 0;
}
