#include "models/secrets/ownerfile.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

class TestOwnerFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void keepsWhatIsWritten();
    void isForItsOwnerAlone();
    void refusesAFileOfMany_data();
    void refusesAFileOfMany();
    void saysWhatIsNotThere();
    void refusesWhatIsNoFile();
    void leavesTheOldWhereItCannotWrite();

private:
    QString path(const char *name) const { return m_home->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestOwnerFile::keepsWhatIsWritten()
{
    const OwnerFile file(path("new/key"));
    QVERIFY(!file.exists());
    take(file.write("first"));
    take(file.write(QByteArray("second\0", 7)));
    QCOMPARE(take(file.read()).view(), QByteArray("second\0", 7));
    QCOMPARE(QDir(path("new")).entryList(QDir::Files), QStringList(QStringLiteral("key")));
    take(file.write({}));
    QVERIFY(take(file.read()).isEmpty());
    take(file.remove());
    take(file.remove());
    QVERIFY(!file.exists());
}

void TestOwnerFile::isForItsOwnerAlone()
{
    take(OwnerFile(path("new/key")).write("key"));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFileInfo(path("new/key")).permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(path("new")).permissions() & others, QFile::Permissions());
}

void TestOwnerFile::refusesAFileOfMany_data()
{
    QTest::addColumn<QFile::Permission>("right");
    QTest::newRow("read by the group") << QFile::ReadGroup;
    QTest::newRow("written by the group") << QFile::WriteGroup;
    QTest::newRow("read by all") << QFile::ReadOther;
    QTest::newRow("written by all") << QFile::WriteOther;
}

void TestOwnerFile::refusesAFileOfMany()
{
    QFETCH(QFile::Permission, right);
    const OwnerFile file(path("key"));
    take(file.write("key"));
    QVERIFY(QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::WriteOwner | right));
    const auto read = file.read();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Invalid);
    QVERIFY2(read.error().message.contains(QStringLiteral("chmod 600")), qPrintable(read.error().message));
}

void TestOwnerFile::saysWhatIsNotThere()
{
    const auto read = OwnerFile(path("key")).read();
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::NotFound);
}

void TestOwnerFile::refusesWhatIsNoFile()
{
    QVERIFY(!OwnerFile(m_home->path()).read());
    QVERIFY(!OwnerFile(QStringLiteral("/dev/zero")).read());
    take(OwnerFile(path("large")).write(QByteArray(1024 * 1024, 'x')));
    QVERIFY(!OwnerFile(path("large")).read());
}

void TestOwnerFile::leavesTheOldWhereItCannotWrite()
{
    QVERIFY(QDir().mkpath(path("key/inside")));
    const Result<void> written = OwnerFile(path("key")).write("key");
    QVERIFY(!written);
    QVERIFY(written.error().message.contains(path("key")));
    QVERIFY(QDir(path("key/inside")).exists());
    QVERIFY(!QFile::exists(path("key.new")));
}

QTEST_GUILESS_MAIN(TestOwnerFile)
#include "tst_ownerfile.moc"
