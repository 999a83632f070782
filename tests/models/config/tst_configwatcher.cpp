#include "models/config/configwatcher.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

class TestConfigWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAChangedFile();
    void readsAReplacedFileAgainAndAgain();
    void refusesABrokenFileAndTakesTheMendedOne();
    void isSilentWhenNothingChanged();

private:
    void write(const QString &name, const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestConfigWatcher::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("gatehouse.json"));
    write(m_file, "{}");
}

void TestConfigWatcher::write(const QString &name, const QByteArray &text) const
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(text), text.size());
}

static quint16 portIn(const QSignalSpy &spy)
{
    return spy.last().first().value<ConfigDocument>().port.value_or(0);
}

void TestConfigWatcher::readsAChangedFile()
{
    const ConfigWatcher watcher(m_file);
    QSignalSpy changed(&watcher, &ConfigWatcher::changed);
    write(m_file, R"({"server": {"port": 1}})");
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(portIn(changed), quint16(1));
}

void TestConfigWatcher::readsAReplacedFileAgainAndAgain()
{
    const ConfigWatcher watcher(m_file);
    QSignalSpy changed(&watcher, &ConfigWatcher::changed);
    for (int port : {1, 2, 3}) {
        const QString fresh = m_folder->filePath(QStringLiteral("fresh"));
        write(fresh, QByteArray(R"({"server": {"port": )") + QByteArray::number(port) + "}}");
        QVERIFY(QFile::remove(m_file));
        QVERIFY(QFile::rename(fresh, m_file));
        QTRY_COMPARE(changed.size(), port);
        QCOMPARE(portIn(changed), quint16(port));
    }
}

void TestConfigWatcher::refusesABrokenFileAndTakesTheMendedOne()
{
    const ConfigWatcher watcher(m_file);
    QSignalSpy changed(&watcher, &ConfigWatcher::changed);
    QSignalSpy refused(&watcher, &ConfigWatcher::refused);
    write(m_file, R"({"server": )");
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(refused.first().first().toString().contains(QStringLiteral("line 1, column")));
    QVERIFY(changed.isEmpty());
    write(m_file, R"({"server": {"port": 5}})");
    QTRY_COMPARE(changed.size(), 1);
}

void TestConfigWatcher::isSilentWhenNothingChanged()
{
    const ConfigWatcher watcher(m_file);
    QSignalSpy changed(&watcher, &ConfigWatcher::changed);
    QSignalSpy refused(&watcher, &ConfigWatcher::refused);
    write(m_file, "{}");
    write(m_folder->filePath(QStringLiteral("neighbour")), "x");
    QTest::qWait(300);
    QVERIFY(changed.isEmpty());
    QVERIFY(refused.isEmpty());
}

QTEST_GUILESS_MAIN(TestConfigWatcher)
#include "tst_configwatcher.moc"
