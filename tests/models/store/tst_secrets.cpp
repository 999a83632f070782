#include "models/secrets/digest.h"
#include "models/secrets/passwordhash.h"
#include "models/secrets/random.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Gatehouse;

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreSpelledAsAsked()
    {
        static const QRegularExpression base64Url(QStringLiteral("^[A-Za-z0-9_-]{43}$"));
        static const QRegularExpression hex(QStringLiteral("^[0-9a-f]{64}$"));
        QSet<QString> seen;
        for (int i = 0; i < 200; ++i) {
            QVERIFY(base64Url.match(randomToken()).hasMatch());
            const QString token = randomToken(Policy::TokenAlphabet::Hex);
            QVERIFY(hex.match(token).hasMatch());
            seen.insert(token);
        }
        QCOMPARE(seen.size(), 200);
    }

    /// FIPS 180-2, appendix B.1.
    void sha256IsTheStandards()
    {
        QCOMPARE(sha256Hex(QStringLiteral("abc")),
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void comparison()
    {
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(equalInConstantTime("", ""));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "ab"));
    }

    void passwordsAreVerified()
    {
        const QString password = QStringLiteral("pässword ☂");
        const QString digest = hashPassword(password);
        QVERIFY2(digest.startsWith(QStringLiteral("$argon2id$v=19$m=19456,t=2,p=1$")), qPrintable(digest));
        QVERIFY(hashPassword(password) != digest);
        QVERIFY(verifyPassword(digest, password));
        QVERIFY(!verifyPassword(digest, QStringLiteral("passw0rd")));
        QVERIFY(!verifyPassword(digest, QString()));
    }

    void brokenDigestsAreFalse_data()
    {
        QTest::addColumn<QString>("digest");
        QTest::newRow("none") << QString();
        QTest::newRow("plain") << QStringLiteral("password");
        QTest::newRow("cut") << QStringLiteral("$argon2id$v=19$m=19456,t=2,p=1$");
        QTest::newRow("other scheme") << QStringLiteral("$2b$10$abcdefghijklmnopqrstuv");
    }

    /// The answer takes as long as for somebody who is there, so that nobody learns who is.
    void brokenDigestsAreFalse()
    {
        QFETCH(QString, digest);
        QVERIFY(!verifyPassword(digest, QStringLiteral("password")));
        QElapsedTimer time;
        time.start();
        QVERIFY(!verifyPassword(digest, QStringLiteral("password")));
        QVERIFY2(time.nsecsElapsed() > 2'000'000, qPrintable(QString::number(time.nsecsElapsed())));
    }

    void generatedSecrets()
    {
        const QString secret = randomToken();
        const QString stored = storedSecretForGenerated(secret);
        QVERIFY(!stored.contains(secret));
        QVERIFY(!isSlowSecret(stored));
        QVERIFY(isSlowSecret(hashPassword(secret)));
        QVERIFY(verifyGeneratedSecret(stored, secret));
        QVERIFY(!verifyGeneratedSecret(stored, randomToken()));
        QVERIFY(!verifyGeneratedSecret(sha256Hex(secret), secret));
        QVERIFY(!verifyGeneratedSecret(QString(), QString()));
    }

    void readableSecrets()
    {
        const QString stored = storedSecretReadable(QStringLiteral("s\u00e9cret"));
        QVERIFY(!isSlowSecret(stored));
        QVERIFY(verifyGeneratedSecret(stored, QStringLiteral("s\u00e9cret")));
        QVERIFY(!verifyGeneratedSecret(stored, QStringLiteral("s?cret")));
        QVERIFY(!verifyGeneratedSecret(stored, stored));
        QCOMPARE(readableSecret(stored), QStringLiteral("s\u00e9cret"));
        QVERIFY(readableSecret(storedSecretForGenerated(QStringLiteral("secret"))).isEmpty());
        QVERIFY(readableSecret(QString()).isEmpty());
    }

    void verifiedSecretsAreRemembered()
    {
        VerifiedSecrets verified;
        verified.add(QStringLiteral("stored"), QStringLiteral("secret"));
        QVERIFY(verified.contains(QStringLiteral("stored"), QStringLiteral("secret")));
        QVERIFY(!verified.contains(QStringLiteral("stored"), QStringLiteral("other")));
        QVERIFY(!verified.contains(QStringLiteral("changed"), QStringLiteral("secret")));
        QVERIFY(!verified.contains(QStringLiteral("storedsecret"), QString()));
        QVERIFY(!VerifiedSecrets().contains(QStringLiteral("stored"), QStringLiteral("secret")));
    }

    void memoryOfSecretsIsBounded()
    {
        VerifiedSecrets verified;
        for (int i = 0; i < 10'000; ++i)
            verified.add(QStringLiteral("stored"), QString::number(i));
        QVERIFY(!verified.contains(QStringLiteral("stored"), QStringLiteral("0")));
        QVERIFY(verified.contains(QStringLiteral("stored"), QStringLiteral("9999")));
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
