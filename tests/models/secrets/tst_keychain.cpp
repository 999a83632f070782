#include "models/secrets/keychainsecretstore.h"
#include "models/secrets/ownerfile.h"
#include "models/secrets/vaultopener.h"
#include "tests/support/keyring.h"
#include "tests/support/teststore.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Gatehouse;

/// Against a real gnome-keyring in a session of its own: see tests/support/withkeyring.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(Keyring::waitUntilThere()); }
    void keepsBytes_data();
    void keepsBytes();
    void writesOver();
    void saysWhatIsNotThere();
    void removes();
    void answersNobodyWhoIsGone();
    void aSilentServiceIsGivenUp();
    void guardsAVault();
    void aLockedKeyringOpensNothing();

private:
    static Result<QByteArray> read(const QString &name);
    static Result<void> write(const QString &name, const QByteArray &secret);
    static Result<KeyVault> open(const QString &folder);
    template<class T, class Start> static T wait(Start start);
};

static const QString entry = QStringLiteral("an entry");

template<class T, class Start> T TestKeychain::wait(Start start)
{
    QObject context;
    std::optional<T> outcome;
    start(&context, [&](const T &answer) { outcome = answer; });
    (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 30000);
    return outcome.value_or(T(Error {Error::Kind::Internal, QStringLiteral("no answer")}));
}

Result<QByteArray> TestKeychain::read(const QString &name)
{
    KeychainSecretStore store;
    return wait<Result<QByteArray>>(
        [&](QObject *context, const SecretStore::Read &done) { store.read(name, context, done); });
}

Result<void> TestKeychain::write(const QString &name, const QByteArray &secret)
{
    KeychainSecretStore store;
    return wait<Result<void>>(
        [&](QObject *context, const SecretStore::Done &done) { store.write(name, secret, context, done); });
}

Result<KeyVault> TestKeychain::open(const QString &folder)
{
    VaultOpener opener(folder, {}, std::make_unique<KeychainSecretStore>(std::chrono::seconds(10)));
    return wait<Result<KeyVault>>([&](QObject *context, const VaultOpener::Done &done) { opener.open(context, done); });
}

void TestKeychain::keepsBytes_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("text") << QByteArray("secret");
    QTest::newRow("NULs") << QByteArray("\0a\0", 3);
    QByteArray all(256, '\0');
    for (int i = 0; i < all.size(); ++i)
        all[i] = char(i);
    QTest::newRow("every byte") << all;
}

void TestKeychain::keepsBytes()
{
    QFETCH(QByteArray, secret);
    take(write(entry, secret));
    QCOMPARE(take(read(entry)), secret);
}

void TestKeychain::writesOver()
{
    take(write(entry, "first"));
    take(write(entry, "second"));
    QCOMPARE(take(read(entry)), QByteArray("second"));
}

void TestKeychain::saysWhatIsNotThere()
{
    const auto outcome = read(QStringLiteral("no such entry"));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::NotFound);
}

void TestKeychain::removes()
{
    take(write(entry, "secret"));
    KeychainSecretStore store;
    take(wait<Result<void>>(
        [&](QObject *context, const SecretStore::Done &done) { store.remove(entry, context, done); }));
    QVERIFY(!read(entry));
}

void TestKeychain::answersNobodyWhoIsGone()
{
    KeychainSecretStore store;
    auto context = std::make_unique<QObject>();
    bool isAnswered = false;
    store.read(entry, context.get(), [&](const Result<QByteArray> &) { isAnswered = true; });
    context.reset();
    QVERIFY(!read(entry));
    QVERIFY(!isAnswered);
}

void TestKeychain::aSilentServiceIsGivenUp()
{
    take(write(entry, "secret"));
    const auto process = pid_t(Keyring::processId());
    QVERIFY(process > 1);
    QCOMPARE(::kill(process, SIGSTOP), 0);
    KeychainSecretStore store(std::chrono::milliseconds(300));
    const auto outcome = wait<Result<QByteArray>>(
        [&](QObject *context, const SecretStore::Read &done) { store.read(entry, context, done); });
    QCOMPARE(::kill(process, SIGCONT), 0);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, Error::Kind::Conflict);
    QCOMPARE(take(read(entry)), QByteArray("secret"));
}

void TestKeychain::guardsAVault()
{
    const QTemporaryDir home;
    const KeyVault first = take(open(home.path()));
    QVERIFY(take(OwnerFile(home.filePath(QStringLiteral("vault.json"))).read()).view().contains("secret_service"));
    QVERIFY(!OwnerFile(home.filePath(QStringLiteral("master.key"))).exists());
    const KeyVault second = take(open(home.path()));
    QCOMPARE(second.key().view(), first.key().view());
}

/// The last one: nobody unlocks it again.
void TestKeychain::aLockedKeyringOpensNothing()
{
    const QTemporaryDir home;
    QVERIFY(open(home.path()));
    const QByteArray before = take(OwnerFile(home.filePath(QStringLiteral("vault.json"))).read()).view().toBase64();
    QVERIFY(Keyring::lock());
    const auto outcome = open(home.path());
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(QStringLiteral("keyring")), qPrintable(outcome.error().message));
    QCOMPARE(take(OwnerFile(home.filePath(QStringLiteral("vault.json"))).read()).view().toBase64(), before);
    QVERIFY(!OwnerFile(home.filePath(QStringLiteral("master.key"))).exists());
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
