#include "models/store/connection.h"
#include "models/store/tokenstore.h"
#include "models/tables/keysetquery.h"
#include "tests/support/teststore.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace Gatehouse;

namespace {

constexpr qint64 Bound = 64 * 1024 * 1024; // bytes
constexpr int Readers = 3;
constexpr int Duration = 4000; // milliseconds

/// Pages through the tokens as a table does whose slider is dragged, without a rest.
void page(const DatabaseUrl &url, const std::atomic<bool> &goesOn, std::atomic<qint64> &rows)
{
    const auto reader = take(Connection::open(url, Connection::Access::Read));
    KeysetQuery query(reader->handle(),
                      {QStringLiteral("oauth_access_tokens"), QStringLiteral("t.scopes"),
                       QStringLiteral("FROM oauth_access_tokens t")});
    Id known = 0;
    while (goesOn) {
        const KeysetQuery::News news = query.newsAfter(known, {}, KeysetQuery::MaxKeys);
        known = news.count > 0 ? news.newest : 0;
        rows += query.rows(news.matching.isEmpty() ? QList<Id> {1} : news.matching).size();
    }
}

} // namespace

/// The write-ahead log of a database whose window is open: it is emptied although somebody always reads.
class TestWalGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysBoundedWhileReadersPage();
};

void TestWalGrowth::staysBoundedWhileReadersPage()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("x.db"));
    TestStore db(take(DatabaseUrl::parse(file)));
    std::atomic<bool> goesOn = true;
    std::atomic<qint64> rows = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < Readers; ++i)
        readers.emplace_back(page, db->url(), std::cref(goesOn), std::ref(rows));
    QElapsedTimer timer;
    timer.start();
    qint64 longest = 0;
    qint64 written = 0;
    for (int number = 0; timer.elapsed() < Duration; ++number) {
        for (int i = 0; i < 20; ++i)
            db.addToken(QStringLiteral("t%1-%2").arg(number).arg(i));
        db.commit();
        written += 20;
        longest = qMax(longest, QFileInfo(file + QStringLiteral("-wal")).size());
    }
    goesOn = false;
    for (std::thread &reader : readers)
        reader.join();
    qInfo("%lld tokens written, %lld rows read, the log had %lld KiB at most", written, rows.load(), longest / 1024);
    QVERIFY(rows > 0);
    QVERIFY2(longest < Bound, qPrintable(QString::number(longest)));
}

QTEST_GUILESS_MAIN(TestWalGrowth)
#include "tst_walgrowth.moc"
