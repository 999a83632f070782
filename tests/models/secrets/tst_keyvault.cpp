#include "models/secrets/keyvault.h"
#include "models/secrets/passphrasekey.h"
#include "tests/support/teststore.h"

#include <QTest>

using namespace Gatehouse;

class TestKeyVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItSealed_data();
    void opensWhatItSealed();
    void neverSealsTheSameTwice();
    void everyFlippedBitIsRefused();
    void everyShorteningIsRefused();
    void refusesWhatIsNotItsOwn();
    void hidesWhatItSeals();
    void passphrasesMakeKeys();
    void parametersOfAFileAreBounded();

private:
    const KeyVault m_vault = KeyVault::make();
};

static const QByteArray context = "tls/localhost";

void TestKeyVault::opensWhatItSealed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << QByteArray(1, '\0');
    QTest::newRow("a key") << QByteArray("-----BEGIN EC PRIVATE KEY-----\n");
    QTest::newRow("NULs") << QByteArray("a\0b\0", 4);
    QTest::newRow("8 MiB") << QByteArray(8 * 1024 * 1024, 'x');
}

void TestKeyVault::opensWhatItSealed()
{
    QFETCH(QByteArray, content);
    const QByteArray sealed = m_vault.seal(content, context);
    QCOMPARE(take(m_vault.open(sealed, context)).view(), content);
    // A vault opened later has the same id and key.
    const KeyVault again(m_vault.id(), m_vault.key().copy());
    QCOMPARE(take(again.open(sealed, context)).view(), content);
}

void TestKeyVault::neverSealsTheSameTwice()
{
    QVERIFY(m_vault.seal("key", context) != m_vault.seal("key", context));
    QVERIFY(KeyVault::make().id() != m_vault.id());
}

void TestKeyVault::everyFlippedBitIsRefused()
{
    const QByteArray sealed = m_vault.seal("key", context);
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        QByteArray altered = sealed;
        altered[bit / 8] = char(altered.at(bit / 8) ^ (1 << (bit % 8)));
        const auto opened = m_vault.open(altered, context);
        QVERIFY2(!opened, QByteArray::number(bit).constData());
        QCOMPARE(opened.error().kind, Error::Kind::Invalid);
        QVERIFY(opened.error().message.endsWith(u'.'));
    }
}

void TestKeyVault::everyShorteningIsRefused()
{
    const QByteArray sealed = m_vault.seal("key", context);
    for (qsizetype size = 0; size < sealed.size(); ++size)
        QVERIFY(!m_vault.open(sealed.left(size), context));
    QVERIFY(!m_vault.open(sealed + '\0', context));
}

void TestKeyVault::refusesWhatIsNotItsOwn()
{
    const QByteArray sealed = m_vault.seal("key", context);
    for (const QByteArray &other : {QByteArray(), QByteArray("tls"), QByteArray("tls/localhost2"), QByteArray("jwt/1")})
        QVERIFY(!m_vault.open(sealed, other));
    QVERIFY(!KeyVault::make().open(sealed, context));
    const KeyVault sameId(m_vault.id(), SecretBytes::random(KeyVault::KeyBytes));
    QVERIFY(!sameId.open(sealed, context));
    const KeyVault sameKey(KeyVault::make().id(), m_vault.key().copy());
    QVERIFY(!sameKey.open(sealed, context));
}

void TestKeyVault::hidesWhatItSeals()
{
    const QByteArray sealed = m_vault.seal("PRIVATE KEY", context);
    QVERIFY(!sealed.contains("PRIVATE"));
    QVERIFY(!sealed.contains(m_vault.key().view()));
}

void TestKeyVault::passphrasesMakeKeys()
{
    PassphraseKey cheap = PassphraseKey::fresh();
    QVERIFY(cheap.isSensible());
    cheap.memoryBytes = 8 * 1024 * 1024;
    QByteArray words = "correct horse";
    const SecretBytes passphrase = SecretBytes::taking(words);
    QVERIFY(words.isEmpty());
    const auto key = cheap.keyOf(passphrase);
    const auto again = cheap.keyOf(passphrase);
    QCOMPARE(key->size(), KeyVault::KeyBytes);
    QCOMPARE(again->view(), key->view());
    PassphraseKey salted = cheap;
    salted.salt = PassphraseKey::fresh().salt;
    const auto other = salted.keyOf(passphrase);
    QVERIFY(other->view() != key->view());
}

void TestKeyVault::parametersOfAFileAreBounded()
{
    PassphraseKey parameters = PassphraseKey::fresh();
    parameters.memoryBytes = quint64(1) << 50;
    QVERIFY(!parameters.isSensible());
    parameters.memoryBytes = 1024;
    QVERIFY(!parameters.isSensible());
    parameters = PassphraseKey::fresh();
    parameters.passes = 1'000'000;
    QVERIFY(!parameters.isSensible());
    parameters = PassphraseKey::fresh();
    parameters.salt.chop(1);
    QVERIFY(!parameters.isSensible());
}

QTEST_GUILESS_MAIN(TestKeyVault)
#include "tst_keyvault.moc"
