#include "models/upkeep/salvage.h"

#include "models/store/consentstore.h"
#include "models/store/tokenstore.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

namespace {

constexpr qint64 PageSize = 4096;
constexpr int Tokens = 3000;
constexpr int MostRowsOfAPage = 100;
constexpr int WithdrawnToken = 17;

bool goOn(qint64)
{
    return true;
}

qint64 numberIn(const DatabaseUrl &url, const QString &sql)
{
    qint64 value = -1;
    const auto connection = take(Connection::open(url, Connection::Access::Inspect));
    take(connection->read(sql, [&value](const QSqlQuery &row) { value = row.value(0).toLongLong(); }));
    return value;
}

SalvageOutcome::Table tableOf(const SalvageOutcome &outcome, const char *name)
{
    for (const SalvageOutcome::Table &table : outcome.tables) {
        if (table.name == QLatin1String(name))
            return table;
    }
    return {};
}

} // namespace

/// What is saved of a database whose file is damaged.
class TestSalvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void savesASoundDatabaseWhole();
    void savesWhatLiesAroundDamage_data();
    void savesWhatLiesAroundDamage();
    void leavesOutWhatBelongsToLostRows();
    void readsTheLog();
    void looksWithoutWriting();
    void leavesNothingWhenCancelled();
    void saysWhenNothingCanBeRead();
    void refusesTheDamagedFile();
    void damageFoundLaterIsTold();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    DatabaseUrl url(const char *name) const { return take(DatabaseUrl::parse(path(name))); }
    void damage(qint64 page) const;
    qint64 rootOf(const char *table) const;
    Result<SalvageOutcome> save() const { return Salvage(url("x.db")).save(path("saved.db"), TestStore::Start, &goOn); }

    QTemporaryDir m_sound;
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// One consent that was withdrawn, with one token that stands on it; all other tokens stand alone.
void TestSalvage::initTestCase()
{
    TestStore db(take(DatabaseUrl::parse(m_sound.filePath(QStringLiteral("x.db")))));
    take(db->connection().execute(QStringLiteral(
        "INSERT INTO consents (id, resource_owner_id, application_id, created_at, updated_at, revoked_at)"
        " VALUES (5, 1, 1, 1, 1, 1)")));
    for (int i = 1; i <= Tokens; ++i) {
        AccessToken token = db.newToken(QString::number(i), QStringLiteral("r%1").arg(i));
        token.consentId = i == WithdrawnToken ? 5 : 0;
        take(db->tokens().insert(token));
    }
    db.commit();
}

void TestSalvage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(m_sound.filePath(QStringLiteral("x.db")), path("x.db")));
}

void TestSalvage::damage(qint64 page) const
{
    QFile file(path("x.db"));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((page - 1) * PageSize));
    QCOMPARE(file.write(QByteArray(PageSize, '\x5a')), PageSize);
}

qint64 TestSalvage::rootOf(const char *table) const
{
    return numberIn(url("x.db"), QStringLiteral("SELECT rootpage FROM sqlite_master WHERE name = '%1'").arg(table));
}

void TestSalvage::savesASoundDatabaseWhole()
{
    const SalvageOutcome outcome = take(save());
    for (const SalvageOutcome::Table &table : outcome.tables) {
        QVERIFY2(table.isWhole && table.dependents == 0, qPrintable(table.name));
        const QString count = u"SELECT count(*) FROM " + table.name;
        QCOMPARE(table.rows, numberIn(url("x.db"), count));
        QCOMPARE(numberIn(url("saved.db"), count), table.rows);
    }
    QCOMPARE(tableOf(outcome, "oauth_access_tokens").rows, qint64(Tokens));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path("saved.db")) & others));
}

void TestSalvage::savesWhatLiesAroundDamage_data()
{
    QTest::addColumn<int>("pages");
    for (int seed = 0; seed < 24; ++seed)
        QTest::addRow("%d", seed) << 1 + seed % 6;
}

void TestSalvage::savesWhatLiesAroundDamage()
{
    QFETCH(int, pages);
    // Behind the schema and the roots, which were made first.
    const auto first = quint32(1 + numberIn(url("x.db"), QStringLiteral("SELECT max(rootpage) FROM sqlite_master")));
    const auto last = quint32(QFileInfo(path("x.db")).size() / PageSize);
    QRandomGenerator random(QByteArray(QTest::currentDataTag()).toUInt());
    for (int i = 0; i < pages; ++i)
        damage(random.bounded(first, last + 1));
    const SalvageOutcome outcome = take(save());
    const SalvageOutcome::Table tokens = tableOf(outcome, "oauth_access_tokens");
    QVERIFY2(tokens.rows >= Tokens - pages * MostRowsOfAPage, qPrintable(QString::number(tokens.rows)));
    QCOMPARE(tokens.isWhole, tokens.rows == Tokens);
    const auto saved = take(Store::open(url("saved.db"), SystemClock()));
    qint64 same = 0;
    for (int i = 1; i <= Tokens; ++i) {
        const auto found = take(saved->tokens().findByToken(1, QString::number(i)));
        same += found && found->token.refreshToken == QStringLiteral("r%1").arg(i) ? 1 : 0;
    }
    QCOMPARE(same, tokens.rows - tokens.dependents);
    QCOMPARE(numberIn(url("saved.db"),
                      QStringLiteral("SELECT count(*) FROM pragma_integrity_check"
                                     " WHERE integrity_check <> 'ok'")),
             qint64(0));
}

/// Without its consent the token would be alive again.
void TestSalvage::leavesOutWhatBelongsToLostRows()
{
    damage(rootOf("consents"));
    const SalvageOutcome outcome = take(save());
    QVERIFY(!tableOf(outcome, "consents").isWhole);
    QCOMPARE(tableOf(outcome, "oauth_access_tokens").rows, qint64(Tokens));
    QCOMPARE(tableOf(outcome, "oauth_access_tokens").dependents, qint64(1));
    const QString sql = QStringLiteral("SELECT count(*) FROM oauth_access_tokens WHERE token = '%1'");
    QCOMPARE(numberIn(url("saved.db"), sql.arg(WithdrawnToken)), qint64(0));
    QCOMPARE(numberIn(url("saved.db"), sql.arg(WithdrawnToken + 1)), qint64(1));
    // Nor does a new token get the number of a lost one.
    QCOMPARE(
        numberIn(url("saved.db"), QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'oauth_access_tokens'")),
        qint64(Tokens));
}

/// The last commits may stand in the write-ahead log alone.
void TestSalvage::readsTheLog()
{
    TestStore db(take(DatabaseUrl::parse(path("live.db"))));
    db.addToken(QStringLiteral("logged"));
    db.commit();
    for (const char *suffix : {"", "-wal"}) {
        QFile::remove(path("x.db") + QLatin1String(suffix));
        QVERIFY(QFile::copy(path("live.db") + QLatin1String(suffix), path("x.db") + QLatin1String(suffix)));
    }
    QVERIFY(QFileInfo(path("x.db-wal")).size() > 0);
    QCOMPARE(tableOf(take(save()), "oauth_access_tokens").rows, qint64(1));
}

void TestSalvage::looksWithoutWriting()
{
    damage(rootOf("oauth_applications"));
    QFile file(path("x.db"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const SalvageOutcome outcome = take(Salvage(url("x.db")).survey(&goOn));
    QVERIFY(!tableOf(outcome, "oauth_applications").isWhole);
    QCOMPARE(tableOf(outcome, "users").rows, qint64(1));
    QVERIFY(tableOf(outcome, "users").isWhole);
    file.seek(0);
    QVERIFY(file.readAll() == before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList {"x.db"});
}

void TestSalvage::leavesNothingWhenCancelled()
{
    const SalvageOutcome outcome
        = take(Salvage(url("x.db")).save(path("saved.db"), TestStore::Start, [](qint64) { return false; }));
    QVERIFY(outcome.isCancelled);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList {"x.db"});
}

void TestSalvage::saysWhenNothingCanBeRead()
{
    damage(1);
    for (const auto &outcome : {Salvage(url("x.db")).survey(&goOn), save()}) {
        QVERIFY(!outcome);
        QVERIFY(!outcome.error().message.isEmpty());
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList {"x.db"});
}

void TestSalvage::refusesTheDamagedFile()
{
    const auto outcome = Salvage(url("x.db")).save(path("x.db"), TestStore::Start, &goOn);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Invalid);
    QCOMPARE(tableOf(take(save()), "oauth_access_tokens").rows, qint64(Tokens));
}

/// Only the beginning of each table is looked at when a file is opened.
void TestSalvage::damageFoundLaterIsTold()
{
    const qint64 pages = QFileInfo(path("x.db")).size() / PageSize;
    for (qint64 page = pages / 2; page <= pages; ++page)
        damage(page);
    const SystemClock clock;
    const auto store = take(Store::open(url("x.db"), clock));
    QSignalSpy told(store.get(), &Store::damageFound);
    const Result<void> read
        = store->connection().read(QStringLiteral("SELECT * FROM oauth_access_tokens"), [](const QSqlQuery &) {});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Damaged);
    QTRY_COMPARE(told.count(), 1);
    int unreadable = 0;
    for (int i = 1; i <= Tokens; ++i) {
        const auto found = store->tokens().findByToken(1, QString::number(i));
        unreadable += found ? 0 : 1;
        QVERIFY(!found || found->has_value()); // never as if it had not been there
    }
    QVERIFY(unreadable > 0);
    QVERIFY(!store->connection().read(QStringLiteral("SELECT * FROM oauth_access_tokens"), [](const QSqlQuery &) {}));
    QTest::qWait(250);
    QCOMPARE(told.count(), 1);
}

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
