#include "models/store/databasefile.h"

#include "models/clock.h"
#include "models/store/connection.h"
#include "models/store/migrations.h"
#include "models/store/store.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

namespace {

constexpr QFile::Permissions OwnerFile = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
constexpr QFile::Permissions OwnerFolder = OwnerFile | QFile::ExeOwner | QFile::ExeUser;

DatabaseUrl fileUrl(const QString &path)
{
    return {DatabaseUrl::Engine::Sqlite, path, false};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestDatabaseFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;

    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QStringList files() const { return QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    /// Opens and answers the error.
    Error refusal(const QString &file)
    {
        const Result<std::unique_ptr<Store>> store = Store::open(fileUrl(file), m_clock);
        return store ? Error {Error::Kind::Internal, QStringLiteral("it opened")} : store.error();
    }
    void makeDatabase(const QString &file)
    {
        const Result<std::unique_ptr<Store>> store = Store::open(fileUrl(file), m_clock);
        QVERIFY2(store, store ? "" : qPrintable(store.error().message));
    }
    void execute(const QString &file, const char *sql)
    {
        Result<std::unique_ptr<Connection>> connection = Connection::open(fileUrl(file), Connection::Access::Write);
        QVERIFY(connection);
        QVERIFY((*connection)->execute(sql));
    }

private Q_SLOTS:
    void init() { QVERIFY(m_dir.isValid()); }
    void cleanup()
    {
        for (const QString &file : files())
            QFile::remove(m_dir.filePath(file));
    }

    void filesAreForTheirOwnerAlone()
    {
        Result<std::unique_ptr<Store>> store = Store::open(fileUrl(path("new.db")), m_clock);
        QVERIFY(store);
        const QStringList expected {QStringLiteral("new.db"), QStringLiteral("new.db-shm"),
                                    QStringLiteral("new.db-wal")};
        QCOMPARE(files(), expected);
        for (const QString &file : files())
            QCOMPARE(QFile::permissions(m_dir.filePath(file)), OwnerFile);
    }

    void existingFilesAreNarrowed()
    {
        makeDatabase(path("wide.db"));
        QFile::setPermissions(path("wide.db"), OwnerFile | QFile::ReadGroup | QFile::ReadOther);
        makeDatabase(path("wide.db"));
        QCOMPARE(QFile::permissions(path("wide.db")), OwnerFile);
    }

    void standardFolderIsMade()
    {
        QStandardPaths::setTestModeEnabled(true);
        const DatabaseUrl url = DatabaseUrl::standard();
        QDir folder = QFileInfo(url.path).dir();
        folder.removeRecursively();
        QVERIFY(Store::open(url, m_clock));
        QCOMPARE(QFile::permissions(folder.path()), OwnerFolder);
        folder.removeRecursively();
    }

    void temporaryGoesWithItsStore()
    {
        const Result<DatabaseUrl> url = DatabaseUrl::parse(QStringLiteral(":memory:"));
        QVERIFY(url);
        const QString folder = QFileInfo(url->path).path();
        {
            const Result<std::unique_ptr<Store>> store = Store::open(*url, m_clock);
            QVERIFY(store);
            QCOMPARE(QFile::permissions(folder), OwnerFolder);
            QCOMPARE(QFile::permissions(url->path), OwnerFile);
        }
        QVERIFY(!QFileInfo::exists(folder));
    }

    void emptyFileIsUsed()
    {
        write(path("empty.db"), {});
        makeDatabase(path("empty.db"));
    }

    void newerSchemaIsLeftAlone()
    {
        makeDatabase(path("newer.db"));
        execute(path("newer.db"), "PRAGMA user_version = 4711");
        QFile::setPermissions(path("newer.db"), OwnerFile | QFile::ReadGroup);
        const QByteArray before = contentOf(path("newer.db"));
        const Error error = refusal(path("newer.db"));
        QCOMPARE(error.kind, Error::Kind::TooNew);
        for (const QString &part : {path("newer.db"), QStringLiteral("4711"), QString::number(Migrations::newest())})
            QVERIFY2(error.message.contains(part), qPrintable(error.message));
        QCOMPARE(files(), QStringList {QStringLiteral("newer.db")});
        QCOMPARE(contentOf(path("newer.db")), before);
        QVERIFY(QFile::permissions(path("newer.db")) & QFile::ReadGroup);
    }

    /// The number of a newer schema may stand in the write-ahead log only, after a crash.
    void newerSchemaInTheLogIsSeen()
    {
        makeDatabase(path("log.db"));
        Result<std::unique_ptr<Connection>> open = Connection::open(fileUrl(path("log.db")), Connection::Access::Write);
        QVERIFY(open);
        QVERIFY((*open)->execute("PRAGMA user_version = 4711"));
        QFile::copy(path("log.db"), path("crashed.db"));
        QFile::copy(path("log.db-wal"), path("crashed.db-wal"));
        QCOMPARE(refusal(path("crashed.db")).kind, Error::Kind::TooNew);
    }

    void othersAreLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a letter") << QByteArray("Dear database,\nthis is no database.\n");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n").append(2000, '\x11');
    }

    void othersAreLeftAlone()
    {
        QFETCH(QByteArray, content);
        write(path("other.db"), content);
        const Error error = refusal(path("other.db"));
        QCOMPARE(error.kind, Error::Kind::Invalid);
        QVERIFY2(error.message.contains(path("other.db")), qPrintable(error.message));
        QCOMPARE(files(), QStringList {QStringLiteral("other.db")});
        QCOMPARE(contentOf(path("other.db")), content);
    }

    void databaseOfAnotherProgramIsLeftAlone()
    {
        execute(path("rails.db"), "PRAGMA journal_mode = DELETE");
        execute(path("rails.db"), "CREATE TABLE posts (id INTEGER PRIMARY KEY)");
        {
            Result<std::unique_ptr<Connection>> open
                = Connection::open(fileUrl(path("rails.db")), Connection::Access::Write);
            QVERIFY((*open)->execute("PRAGMA journal_mode = DELETE"));
        }
        const QByteArray before = contentOf(path("rails.db"));
        QCOMPARE(refusal(path("rails.db")).kind, Error::Kind::Invalid);
        QCOMPARE(files(), QStringList {QStringLiteral("rails.db")});
        QCOMPARE(contentOf(path("rails.db")), before);
    }

    void missingFolderIsNamed()
    {
        const QString folder = path("nowhere");
        const Error error = refusal(folder + "/a.db");
        QCOMPARE(error.kind, Error::Kind::Unavailable);
        QVERIFY2(error.message.contains(folder), qPrintable(error.message));
        QVERIFY(!QFileInfo::exists(folder));
    }

    void folderIsNoDatabase() { QCOMPARE(refusal(m_dir.path()).kind, Error::Kind::Invalid); }

    /// /proc takes no files, not even from root.
    void readOnlyFolderIsNamed()
    {
        if (!QFileInfo(QStringLiteral("/proc/self")).isDir())
            QSKIP("This system has no /proc.");
        const QString file = QStringLiteral("/proc/gatehouse.db");
        const Error error = refusal(file);
        QCOMPARE(error.kind, Error::Kind::Unavailable);
        QVERIFY2(error.message.contains(file), qPrintable(error.message));
    }

    void readOnlyFileIsNamed()
    {
        makeDatabase(path("fixed.db"));
        QFile::setPermissions(path("fixed.db"), QFile::ReadOwner);
        if (QFileInfo(path("fixed.db")).isWritable())
            QSKIP("Root may write everything.");
        const Error error = refusal(path("fixed.db"));
        QCOMPARE(error.kind, Error::Kind::Unavailable);
        QVERIFY2(error.message.contains(path("fixed.db")), qPrintable(error.message));
        QCOMPARE(files(), QStringList {QStringLiteral("fixed.db")});
    }

    void failedBirthLeavesNothing()
    {
        {
            DatabaseFile file(fileUrl(path("unborn.db")));
            QVERIFY(file.prepare(Migrations::newest()));
            QCOMPARE(files(), QStringList {QStringLiteral("unborn.db")});
        }
        QVERIFY(files().isEmpty());
    }

    void urls_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: refused
        const QString here = QDir::currentPath();
        QTest::newRow("bare") << QStringLiteral("x.db") << QString(here + "/x.db");
        QTest::newRow("scheme") << QStringLiteral("sqlite:x.db") << QString(here + "/x.db");
        QTest::newRow("absolute") << QStringLiteral("sqlite:/tmp/../tmp/x.db") << QStringLiteral("/tmp/x.db");
        QTest::newRow("question mark") << QStringLiteral("/tmp/a?b#c%41.db") << QStringLiteral("/tmp/a?b#c%41.db");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("no path") << QStringLiteral("sqlite:") << QString();
        QTest::newRow("postgres") << QStringLiteral("postgresql://me@host:5432/db") << QString();
        QTest::newRow("other engine") << QStringLiteral("mysql://host/db") << QString();
    }

    void urls()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Result<DatabaseUrl> url = DatabaseUrl::parse(text);
        QCOMPARE(url.isOk(), !expected.isEmpty());
        if (url)
            QCOMPARE(url->path, expected);
        else
            QCOMPARE(url.error().kind, Error::Kind::Invalid);
    }

    /// A name that means something in a URL means nothing in a path.
    void oddNamesAreOpenedTwice()
    {
        const QString odd = path("a?mode=memory#b%41 ü.db");
        makeDatabase(odd);
        QVERIFY(QFileInfo::exists(odd));
        makeDatabase(odd);
        QCOMPARE(files().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDatabaseFile)
#include "tst_databasefile.moc"
