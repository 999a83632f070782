#include "server/tls/localauthority.h"
#include "server/tls/tlsidentity.h"
#include "tests/support/teststore.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

/// Certificates and keys as people bring them: made by the openssl program.
class TestTlsIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesWhatBelongsTogether_data();
    void takesWhatBelongsTogether();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    QString path(const QByteArray &name) const { return m_home.filePath(QString::fromLatin1(name)); }
    void make(const QByteArray &name, const QStringList &kind);
    void write(const QByteArray &name, const QByteArray &text);
    static bool run(const QStringList &arguments);

    QTemporaryDir m_home;
};

bool TestTlsIdentity::run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

void TestTlsIdentity::make(const QByteArray &name, const QStringList &kind)
{
    QVERIFY(run(QStringList {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"),
                             QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-keyout"),
                             path(name + "-key.pem"), QStringLiteral("-out"), path(name + ".pem")}
                + kind));
}

void TestTlsIdentity::write(const QByteArray &name, const QByteArray &text)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestTlsIdentity::initTestCase()
{
    const QStringList rsa {QStringLiteral("-newkey"), QStringLiteral("rsa:2048")};
    const QStringList ec {QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                          QStringLiteral("ec_paramgen_curve:P-256")};
    make("rsa", rsa);
    make("ec", ec);
    make("other", ec);
    QVERIFY(run({QStringLiteral("x509"), QStringLiteral("-in"), path("ec.pem"), QStringLiteral("-signkey"),
                 path("ec-key.pem"), QStringLiteral("-days"), QStringLiteral("0"), QStringLiteral("-out"),
                 path("ended.pem")}));
    QTest::qSleep(1100); // OpenSSL 3.5 makes none that has ended, but one that is about to
    QVERIFY(run({QStringLiteral("rsa"), QStringLiteral("-in"), path("rsa-key.pem"), QStringLiteral("-traditional"),
                 QStringLiteral("-out"), path("rsa-old-key.pem")}));
    QVERIFY(
        run({QStringLiteral("pkey"), QStringLiteral("-in"), path("ec-key.pem"), QStringLiteral("-aes256"),
             QStringLiteral("-passout"), QStringLiteral("pass:word"), QStringLiteral("-out"), path("locked-key.pem")}));
    write("text.pem", "This is no certificate.\n");
    write("empty.pem", {});
}

void TestTlsIdentity::takesWhatBelongsTogether_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("RSA") << QByteArray("rsa.pem") << QByteArray("rsa-key.pem");
    QTest::newRow("RSA, PKCS #1") << QByteArray("rsa.pem") << QByteArray("rsa-old-key.pem");
    QTest::newRow("EC") << QByteArray("ec.pem") << QByteArray("ec-key.pem");
}

void TestTlsIdentity::takesWhatBelongsTogether()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    const auto identity = TlsIdentity::read(path(certificate), path(key));
    QVERIFY2(identity, identity ? "" : qPrintable(identity.error().message));
    QCOMPARE(identity->configuration().localCertificateChain().size(), 1);
}

void TestTlsIdentity::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("says");
    const QByteArray ec = "ec.pem";
    const QByteArray key = "ec-key.pem";
    QTest::newRow("no certificate file") << QByteArray("absent.pem") << key << QByteArray("cannot be read");
    QTest::newRow("no key file") << ec << QByteArray("absent.pem") << QByteArray("cannot be read");
    QTest::newRow("text") << QByteArray("text.pem") << key << QByteArray("no certificate in");
    QTest::newRow("empty") << QByteArray("empty.pem") << key << QByteArray("no certificate in");
    QTest::newRow("a key as certificate") << key << key << QByteArray("no certificate in");
    QTest::newRow("a certificate as key") << ec << ec << QByteArray("no key in");
    QTest::newRow("another's key") << ec << QByteArray("other-key.pem") << QByteArray("is not the one of");
    QTest::newRow("another kind of key") << ec << QByteArray("rsa-key.pem") << QByteArray("is not the one of");
    QTest::newRow("passphrase") << ec << QByteArray("locked-key.pem") << QByteArray("has a passphrase");
    QTest::newRow("ended") << QByteArray("ended.pem") << key << QByteArray("ended on");
}

void TestTlsIdentity::saysWhatIsWrong()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, says);
    const auto identity = TlsIdentity::read(path(certificate), path(key));
    QVERIFY(!identity);
    QCOMPARE(identity.error().kind, Error::Kind::Invalid);
    QVERIFY2(identity.error().message.contains(QString::fromLatin1(says)), qPrintable(identity.error().message));
}

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "tst_tlsidentity.moc"
