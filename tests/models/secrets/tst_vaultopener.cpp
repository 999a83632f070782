#include "models/secrets/ownerfile.h"
#include "models/secrets/vaultopener.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;
using State = MemorySecretStore::State;
using Mood = State::Mood;

class TestVaultOpener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void usesTheSecretService();
    void fallsBackToAFile_data();
    void fallsBackToAFile();
    void aRefusalIsNoAbsence();
    void doesNotFallBackWhenOneIsChosen();
    void sticksToTheSecretService_data();
    void sticksToTheSecretService();
    void sticksToTheFile();
    void aFileOfManyIsRefused_data();
    void aFileOfManyIsRefused();
    void aLostFileIsSaid();
    void damagedRecordsAreSaid_data();
    void damagedRecordsAreSaid();
    void aLostRecordIsMadeAgain();
    void anotherVaultsKeyIsLeftAlone();
    void passphraseOpens();
    void wrongPassphraseAsksAgain();
    void shortPassphraseAsksAgain();
    void passphraseFile();
    void passphraseFileOfManyIsRefused();
    void passphraseThatNobodyGives();
    void choiceMovesTheKey_data();
    void choiceMovesTheKey();
    void aFailedMoveChangesNothing();
    void movesOnRequest();
    void moveThatFailsSaysWhy();
    void cancelledWaitsEnd();
    void staysOpen();
    void onlyOneMakesIt();

private:
    using Choice = VaultOpener::Choice;

    struct Outcome
    {
        std::optional<KeyVault> vault;
        Error error;
    };

    QString path(const char *name) const { return m_home->filePath(QStringLiteral("data/") + QLatin1String(name)); }
    QStringList files() const { return QDir(m_home->filePath(QStringLiteral("data"))).entryList(QDir::Files); }
    QJsonObject record() const;
    std::unique_ptr<VaultOpener> opener(const Choice &choice = {}) const;
    /// Asks as a program that was just started; answers passphraseWanted() with `passphrases`, one after the other.
    Outcome open(const Choice &choice = {}, QByteArrayList passphrases = {}) const;
    static Outcome outcomeOf(VaultOpener &opener);
    static void give(VaultOpener &opener, QByteArray passphrase);

    std::unique_ptr<QTemporaryDir> m_home;
    std::shared_ptr<State> m_service;
};

static const QByteArray passphrase = "correct horse";
static const QString inService = QStringLiteral("secret_service");
static const VaultOpener::Choice byService {KeyProtection::SecretService, {}};
static const VaultOpener::Choice byPassphrase {KeyProtection::Passphrase, {}};
static const VaultOpener::Choice byFile {KeyProtection::File, {}};

void TestVaultOpener::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_service = std::make_shared<State>();
}

QJsonObject TestVaultOpener::record() const
{
    return QJsonDocument::fromJson(take(OwnerFile(path("vault.json")).read()).view()).object();
}

std::unique_ptr<VaultOpener> TestVaultOpener::opener(const Choice &choice) const
{
    return std::make_unique<VaultOpener>(m_home->filePath(QStringLiteral("data")), choice,
                                         std::make_unique<MemorySecretStore>(m_service));
}

TestVaultOpener::Outcome TestVaultOpener::outcomeOf(VaultOpener &opener)
{
    std::optional<Outcome> outcome;
    opener.open(&opener, [&](const Result<KeyVault> &opened) {
        outcome = opened ? Outcome {*opened, {}} : Outcome {{}, opened.error()};
    });
    (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 30000);
    return outcome.value_or(Outcome {{}, {Error::Kind::Internal, QStringLiteral("no answer")}});
}

void TestVaultOpener::give(VaultOpener &opener, QByteArray given)
{
    if (given.isEmpty())
        return opener.givePassphrase(Error {Error::Kind::Unavailable, QStringLiteral("Nobody is here.")});
    opener.givePassphrase(SecretBytes::taking(given));
}

TestVaultOpener::Outcome TestVaultOpener::open(const Choice &choice, QByteArrayList passphrases) const
{
    const auto one = opener(choice);
    connect(one.get(), &VaultOpener::passphraseWanted, one.get(),
            [&] { give(*one, passphrases.isEmpty() ? QByteArray() : passphrases.takeFirst()); });
    return outcomeOf(*one);
}

void TestVaultOpener::usesTheSecretService()
{
    const Outcome first = open();
    QVERIFY2(first.vault, qPrintable(first.error.message));
    QCOMPARE(files(), QStringList(QStringLiteral("vault.json")));
    QCOMPARE(record()[QLatin1String("protection")], QJsonValue(inService));
    QCOMPARE(m_service->secrets.size(), 1);
    QCOMPARE(m_service->secrets.first(), first.vault->key().view());
    const Outcome second = open();
    QVERIFY(second.vault);
    QCOMPARE(second.vault->id(), first.vault->id());
    QCOMPARE(second.vault->key().view(), first.vault->key().view());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(path("vault.json")).permissions() & others, QFile::Permissions());
}

void TestVaultOpener::fallsBackToAFile_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::newRow("no service") << Mood::Absent;
    QTest::newRow("one that keeps nothing") << Mood::Forgets;
    QTest::newRow("one that cannot be read") << Mood::ReadsFail;
}

void TestVaultOpener::fallsBackToAFile()
{
    QFETCH(Mood, mood);
    m_service->mood = mood;
    const auto one = opener();
    QSignalSpy changed(one.get(), &VaultOpener::changed);
    QVERIFY(outcomeOf(*one).vault);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(one->protection(), KeyProtection::File);
    QVERIFY(one->lacksSecretService());
    QVERIFY2(one->sentence().contains(path("master.key")), qPrintable(one->sentence()));
    QCOMPARE(files(), (QStringList {QStringLiteral("master.key"), QStringLiteral("vault.json")}));
    QVERIFY(!record()[QLatin1String("reason")].toString().isEmpty());
}

void TestVaultOpener::aRefusalIsNoAbsence()
{
    m_service->mood = Mood::Refuses;
    const Outcome outcome = open();
    QVERIFY(!outcome.vault);
    QCOMPARE(outcome.error.kind, Error::Kind::Unavailable);
    QVERIFY2(outcome.error.message.contains(QStringLiteral("unlock the keyring")), qPrintable(outcome.error.message));
    QCOMPARE(files(), QStringList());
    m_service->mood = Mood::Works;
    QVERIFY(open().vault);
}

void TestVaultOpener::doesNotFallBackWhenOneIsChosen()
{
    m_service->mood = Mood::Absent;
    QVERIFY(!open(byService).vault);
    QCOMPARE(files(), QStringList());
}

void TestVaultOpener::sticksToTheSecretService_data()
{
    QTest::addColumn<Mood>("mood");
    QTest::newRow("gone") << Mood::Absent;
    QTest::newRow("refusing") << Mood::Refuses;
    QTest::newRow("locked, so that it looks empty") << Mood::LooksEmpty;
    QTest::newRow("broken") << Mood::ReadsFail;
}

void TestVaultOpener::sticksToTheSecretService()
{
    QFETCH(Mood, mood);
    const Outcome first = open();
    const QByteArray before = take(OwnerFile(path("vault.json")).read()).view().toBase64();
    m_service->mood = mood;
    const auto one = opener();
    const Outcome refused = outcomeOf(*one);
    QVERIFY(!refused.vault);
    QCOMPARE(refused.error.kind, Error::Kind::Unavailable);
    QVERIFY2(refused.error.message.contains(QStringLiteral("secret service")), qPrintable(refused.error.message));
    QVERIFY2(refused.error.message.contains(QStringLiteral("try again")), qPrintable(refused.error.message));
    QCOMPARE(files(), QStringList(QStringLiteral("vault.json")));
    QCOMPARE(take(OwnerFile(path("vault.json")).read()).view().toBase64(), before);
    QCOMPARE(m_service->secrets.size(), 1);
    // The same program tries again, once the keyring is open.
    m_service->mood = Mood::Works;
    const Outcome again = outcomeOf(*one);
    QVERIFY(again.vault);
    QCOMPARE(again.vault->key().view(), first.vault->key().view());
}

void TestVaultOpener::sticksToTheFile()
{
    m_service->mood = Mood::Absent;
    const Outcome first = open();
    m_service->mood = Mood::Works;
    m_service->asked = 0;
    const Outcome second = open();
    QCOMPARE(second.vault->key().view(), first.vault->key().view());
    QCOMPARE(m_service->asked, 0);
}

void TestVaultOpener::aFileOfManyIsRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("key") << QByteArray("master.key");
    QTest::newRow("record") << QByteArray("vault.json");
}

void TestVaultOpener::aFileOfManyIsRefused()
{
    QFETCH(QByteArray, name);
    QVERIFY(open(byFile).vault);
    const QString file = path(name.constData());
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const Outcome outcome = open(byFile);
    QVERIFY(!outcome.vault);
    QVERIFY2(outcome.error.message.contains(file), qPrintable(outcome.error.message));
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(open(byFile).vault);
}

void TestVaultOpener::aLostFileIsSaid()
{
    QVERIFY(open(byFile).vault);
    QVERIFY(QFile::remove(path("master.key")));
    const Outcome outcome = open(byFile);
    QVERIFY(!outcome.vault);
    QVERIFY2(outcome.error.message.contains(path("master.key")), qPrintable(outcome.error.message));
    QCOMPARE(files(), QStringList(QStringLiteral("vault.json")));
}

void TestVaultOpener::damagedRecordsAreSaid_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QJsonValue>("value");
    const QJsonValue none(QJsonValue::Undefined);
    QTest::newRow("no id") << QByteArray("id") << none;
    QTest::newRow("short id") << QByteArray("id") << QJsonValue(QStringLiteral("00ff"));
    QTest::newRow("another id") << QByteArray("id") << QJsonValue(QString(32, u'0'));
    QTest::newRow("no protection") << QByteArray("protection") << none;
    QTest::newRow("unknown protection") << QByteArray("protection") << QJsonValue(QStringLiteral("hope"));
    QTest::newRow("another protection") << QByteArray("protection") << QJsonValue(QStringLiteral("file"));
    QTest::newRow("no salt") << QByteArray("salt") << none;
    QTest::newRow("another salt") << QByteArray("salt") << QJsonValue(QStringLiteral("AAAAAAAAAAAAAAAAAAAAAA=="));
    QTest::newRow("endless passes") << QByteArray("passes") << QJsonValue(1e15);
    QTest::newRow("endless memory") << QByteArray("memory_bytes") << QJsonValue(1e15);
    QTest::newRow("no key") << QByteArray("wrapped_key") << none;
    QTest::newRow("no check") << QByteArray("check") << none;
    QTest::newRow("another check") << QByteArray("check") << QJsonValue(QStringLiteral("AAAA"));
    QTest::newRow("newer") << QByteArray("version") << QJsonValue(99);
    QTest::newRow("all of it") << QByteArray() << none;
}

void TestVaultOpener::damagedRecordsAreSaid()
{
    QFETCH(QByteArray, name);
    QFETCH(QJsonValue, value);
    static QByteArray whole; // costs half a second
    if (whole.isEmpty()) {
        QVERIFY(open(byPassphrase, {passphrase}).vault);
        whole = QJsonDocument(record()).toJson();
    }
    QJsonObject json = QJsonDocument::fromJson(whole).object();
    json.insert(QString::fromLatin1(name), value);
    const QByteArray text = name.isEmpty() ? QByteArray("{") : QJsonDocument(json).toJson();
    take(OwnerFile(path("vault.json")).write(text));
    const Outcome outcome = open(byPassphrase, {passphrase});
    QVERIFY(!outcome.vault);
    QVERIFY(!outcome.error.message.isEmpty());
    QCOMPARE(take(OwnerFile(path("vault.json")).read()).view(), text);
}

void TestVaultOpener::aLostRecordIsMadeAgain()
{
    const Outcome first = open(byFile);
    QVERIFY(QFile::remove(path("vault.json")));
    const Outcome second = open();
    QVERIFY(second.vault);
    QCOMPARE(second.vault->id(), first.vault->id());
    QCOMPARE(second.vault->key().view(), first.vault->key().view());
    QCOMPARE(record()[QLatin1String("protection")], QJsonValue(QStringLiteral("file")));
}

void TestVaultOpener::anotherVaultsKeyIsLeftAlone()
{
    QVERIFY(open(byFile).vault);
    const QByteArray other = take(OwnerFile(path("master.key")).read()).view().toBase64();
    QVERIFY(QDir().rename(m_home->filePath(QStringLiteral("data")), m_home->filePath(QStringLiteral("old"))));
    QVERIFY(open().vault);
    QVERIFY(QFile::copy(m_home->filePath(QStringLiteral("old/master.key")), path("master.key")));
    QVERIFY(!open(byFile).vault);
    QVERIFY(open().vault);
    QCOMPARE(take(OwnerFile(path("master.key")).read()).view().toBase64(), other);
}

void TestVaultOpener::passphraseOpens()
{
    const Outcome first = open(byPassphrase, {passphrase});
    QVERIFY2(first.vault, qPrintable(first.error.message));
    QCOMPARE(files(), QStringList(QStringLiteral("vault.json")));
    QVERIFY(!take(OwnerFile(path("vault.json")).read()).view().contains(passphrase));
    // What was chosen is remembered.
    const Outcome second = open({}, {passphrase});
    QCOMPARE(second.vault->key().view(), first.vault->key().view());
    QCOMPARE(m_service->asked, 0);
}

void TestVaultOpener::wrongPassphraseAsksAgain()
{
    const Outcome first = open(byPassphrase, {passphrase});
    const auto one = opener();
    QSignalSpy wanted(one.get(), &VaultOpener::passphraseWanted);
    QSignalSpy settled(one.get(), &VaultOpener::passphraseSettled);
    std::optional<KeyVault> vault;
    one->open(one.get(), [&](const Result<KeyVault> &opened) { vault = *opened; });
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted.at(0).at(0), QVariant(false));
    QCOMPARE(wanted.at(0).at(1), QVariant(QString()));
    give(*one, "wrong horse");
    QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 2, 30000);
    QVERIFY(!wanted.at(1).at(1).toString().isEmpty());
    QCOMPARE(settled.count(), 0);
    give(*one, passphrase);
    QTRY_VERIFY_WITH_TIMEOUT(vault, 30000);
    QCOMPARE(settled.count(), 1);
    QCOMPARE(vault->key().view(), first.vault->key().view());
}

void TestVaultOpener::shortPassphraseAsksAgain()
{
    QVERIFY(!open(byPassphrase, {"short"}).vault);
    QCOMPARE(files(), QStringList());
    QVERIFY(open(byPassphrase, {"short", passphrase}).vault);
}

void TestVaultOpener::passphraseFile()
{
    const OwnerFile file(m_home->filePath(QStringLiteral("word")));
    const Choice choice {KeyProtection::Passphrase, file.path()};
    QVERIFY(!open(choice).vault);
    take(file.write(passphrase + '\n'));
    const Outcome first = open(choice);
    QVERIFY2(first.vault, qPrintable(first.error.message));
    QCOMPARE(open({}, {passphrase}).vault->key().view(), first.vault->key().view());
    take(file.write("another horse\n"));
    const Outcome wrong = open(choice);
    QVERIFY(!wrong.vault);
    QVERIFY2(wrong.error.message.contains(file.path()), qPrintable(wrong.error.message));
    take(file.write("\n"));
    QVERIFY(!open(choice).vault);
}

void TestVaultOpener::passphraseFileOfManyIsRefused()
{
    const OwnerFile file(m_home->filePath(QStringLiteral("word")));
    take(file.write(passphrase));
    QVERIFY(QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const Outcome outcome = open({KeyProtection::Passphrase, file.path()});
    QVERIFY(!outcome.vault);
    QVERIFY2(outcome.error.message.contains(QStringLiteral("chmod 600")), qPrintable(outcome.error.message));
    QCOMPARE(files(), QStringList());
}

void TestVaultOpener::passphraseThatNobodyGives()
{
    QVERIFY(open(byPassphrase, {passphrase}).vault);
    const Outcome outcome = open();
    QVERIFY(!outcome.vault);
    QCOMPARE(outcome.error.message, QStringLiteral("Nobody is here."));
}

void TestVaultOpener::choiceMovesTheKey_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    const QList<KeyProtection> all {KeyProtection::SecretService, KeyProtection::Passphrase, KeyProtection::File};
    for (const KeyProtection from : all) {
        for (const KeyProtection to : all) {
            if (from != to)
                QTest::addRow("%s to %s", qPrintable(nameOf(from)), qPrintable(nameOf(to))) << int(from) << int(to);
        }
    }
}

void TestVaultOpener::choiceMovesTheKey()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const Outcome first = open({KeyProtection(from), {}}, {passphrase});
    const Outcome moved = open({KeyProtection(to), {}}, {passphrase});
    QVERIFY2(moved.vault, qPrintable(moved.error.message));
    QCOMPARE(moved.vault->key().view(), first.vault->key().view());
    QCOMPARE(record()[QLatin1String("protection")].toString(), nameOf(KeyProtection(to)));
    // The old guard has forgotten it.
    QTRY_COMPARE(m_service->secrets.size(), KeyProtection(to) == KeyProtection::SecretService ? 1 : 0);
    QCOMPARE(QFile::exists(path("master.key")), KeyProtection(to) == KeyProtection::File);
    QCOMPARE(open({}, {passphrase}).vault->key().view(), first.vault->key().view());
}

void TestVaultOpener::aFailedMoveChangesNothing()
{
    const Outcome first = open(byFile);
    m_service->mood = Mood::Absent;
    QVERIFY(!open(byService).vault);
    QVERIFY(!open(byPassphrase).vault);
    QCOMPARE(open().vault->key().view(), first.vault->key().view());
}

void TestVaultOpener::movesOnRequest()
{
    m_service->mood = Mood::Absent;
    const auto one = opener();
    const Outcome first = outcomeOf(*one);
    m_service->mood = Mood::Works;
    QSignalSpy changed(one.get(), &VaultOpener::changed);
    one->moveToSecretService();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(one->protection(), KeyProtection::SecretService);
    QCOMPARE(files(), QStringList(QStringLiteral("vault.json")));
    QCOMPARE(open().vault->key().view(), first.vault->key().view());
}

void TestVaultOpener::moveThatFailsSaysWhy()
{
    m_service->mood = Mood::Absent;
    const auto one = opener();
    QVERIFY(outcomeOf(*one).vault);
    m_service->mood = Mood::Refuses;
    QSignalSpy changed(one.get(), &VaultOpener::changed);
    one->moveToSecretService();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(one->protection(), KeyProtection::File);
    QVERIFY(one->sentence().contains(QStringLiteral("not allowed to answer")));
    QVERIFY(open().vault);
}

void TestVaultOpener::cancelledWaitsEnd()
{
    m_service->mood = Mood::Silent;
    const auto one = opener();
    Error error;
    one->open(one.get(), [&](const Result<KeyVault> &opened) { error = opened.error(); });
    QTRY_VERIFY(m_service->asked > 0);
    one->cancel();
    QCOMPARE(error.kind, Error::Kind::Unavailable);
    m_service->mood = Mood::Works;
    QVERIFY(outcomeOf(*one).vault);

    const auto other = opener(byPassphrase);
    QSignalSpy wanted(other.get(), &VaultOpener::passphraseWanted);
    QSignalSpy settled(other.get(), &VaultOpener::passphraseSettled);
    other->open(other.get(), [&](const Result<KeyVault> &opened) { error = opened.error(); });
    QTRY_COMPARE(wanted.count(), 1);
    other->cancel();
    QCOMPARE(settled.count(), 1);
}

void TestVaultOpener::staysOpen()
{
    const auto one = opener();
    const Outcome first = outcomeOf(*one);
    m_service->mood = Mood::Absent;
    QCOMPARE(outcomeOf(*one).vault->key().view(), first.vault->key().view());
}

/// Of two programs that start for the first time one makes the vault, the other opens it.
void TestVaultOpener::onlyOneMakesIt()
{
    take(OwnerFile::makeFolder(m_home->filePath(QStringLiteral("data"))));
    auto other = std::make_unique<QLockFile>(path("vault.lock"));
    QVERIFY(other->tryLock(0));
    const auto one = opener();
    std::optional<KeyVault> vault;
    one->open(one.get(), [&](const Result<KeyVault> &opened) { vault = *opened; });
    QTest::qWait(300);
    QVERIFY(!vault);
    QCOMPARE(files(), QStringList(QStringLiteral("vault.lock")));
    other.reset();
    QTRY_VERIFY(vault);
    QCOMPARE(m_service->secrets.size(), 1);
}

QTEST_GUILESS_MAIN(TestVaultOpener)
#include "tst_vaultopener.moc"
