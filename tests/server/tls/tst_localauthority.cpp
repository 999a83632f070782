#include "models/secrets/keyvault.h"
#include "models/secrets/ownerfile.h"
#include "server/tls/localauthority.h"
#include "server/tls/tlsidentity.h"
#include "tests/support/teststore.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

class TestLocalAuthority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void standsForLocalhostOnly();
    void othersTakeTheChain();
    void isMadeOnce();
    void isMadeAnewWhenAFileIsLost_data();
    void isMadeAnewWhenAFileIsLost();
    void nobodyElseReadsTheKey();
    void theAuthoritysKeyIsNowhere();
    void theServersKeyIsSealed();
    void aPlainKeyIsSealed();
    void aKeyThatCannotBeOpenedIsKept();
    void aFolderThatCannotBeMadeIsSaid();

private:
    QString path(const char *name) const { return m_home->filePath(QStringLiteral("tls/") + QLatin1String(name)); }
    QByteArray content(const char *name) const;
    LocalAuthority authority() const { return LocalAuthority(m_home->filePath(QStringLiteral("tls"))); }
    static QByteArray openssl(const QStringList &arguments);

    std::unique_ptr<QTemporaryDir> m_home;
    const KeyVault m_vault = KeyVault::make();
};

void TestLocalAuthority::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

QByteArray TestLocalAuthority::content(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TestLocalAuthority::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    process.waitForFinished();
    return process.readAll();
}

void TestLocalAuthority::standsForLocalhostOnly()
{
    const TlsIdentity identity = take(authority().identity(m_vault));
    const QSslCertificate own = identity.chain().constFirst();
    const auto names = own.subjectAlternativeNames();
    QCOMPARE(names.values(QSsl::DnsEntry), QStringList(QStringLiteral("localhost")));
    QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 2);
    QVERIFY(own.effectiveDate() < QDateTime::currentDateTimeUtc());
    QVERIFY(own.expiryDate() > QDateTime::currentDateTimeUtc().addDays(800));
    const QByteArray text = openssl({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-text"),
                                     QStringLiteral("-in"), path("authority.pem")});
    QVERIFY2(text.contains("CA:TRUE, pathlen:0"), text.constData());
    QVERIFY2(text.contains("X509v3 Name Constraints: critical"), text.constData());
    QVERIFY2(text.contains("DNS:localhost"), text.constData());
    QVERIFY2(text.contains("IP:127.0.0.0/255.0.0.0"), text.constData());
}

/// Held against another implementation's eye: openssl verifies chain, purpose, name and constraints.
void TestLocalAuthority::othersTakeTheChain()
{
    QVERIFY(authority().identity(m_vault));
    const QStringList base {QStringLiteral("verify"),    QStringLiteral("-x509_strict"), QStringLiteral("-purpose"),
                            QStringLiteral("sslserver"), QStringLiteral("-CAfile"),      authority().certificateFile()};
    const QByteArray good = openssl(
        base + QStringList {QStringLiteral("-verify_hostname"), QStringLiteral("localhost"), path("localhost.pem")});
    QVERIFY2(good.endsWith(": OK\n"), good.constData());
    const QByteArray byAddress = openssl(
        base + QStringList {QStringLiteral("-verify_ip"), QStringLiteral("127.0.0.1"), path("localhost.pem")});
    QVERIFY2(byAddress.endsWith(": OK\n"), byAddress.constData());
    const QByteArray foreign = openssl(
        base + QStringList {QStringLiteral("-verify_hostname"), QStringLiteral("example.com"), path("localhost.pem")});
    QVERIFY2(foreign.contains("hostname mismatch"), foreign.constData());
}

void TestLocalAuthority::isMadeOnce()
{
    const TlsIdentity first = take(authority().identity(m_vault));
    const TlsIdentity second = take(authority().identity(m_vault));
    QCOMPARE(second.chain(), first.chain());
}

void TestLocalAuthority::isMadeAnewWhenAFileIsLost_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"authority.pem", "localhost.pem", "localhost-key.sealed"})
        QTest::newRow(name) << QByteArray(name);
}

void TestLocalAuthority::isMadeAnewWhenAFileIsLost()
{
    QFETCH(QByteArray, name);
    const TlsIdentity first = take(authority().identity(m_vault));
    QVERIFY(QFile::remove(path(name.constData())));
    const TlsIdentity second = take(authority().identity(m_vault));
    QVERIFY(second.chain() != first.chain());
    QVERIFY(QFile::exists(path(name.constData())));
}

void TestLocalAuthority::nobodyElseReadsTheKey()
{
    QVERIFY(authority().identity(m_vault));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(path("localhost-key.sealed")).permissions() & others, QFile::Permissions());
    QCOMPARE(QFileInfo(m_home->filePath(QStringLiteral("tls"))).permissions() & others, QFile::Permissions());
}

void TestLocalAuthority::theAuthoritysKeyIsNowhere()
{
    QVERIFY(authority().identity(m_vault));
    const QStringList files = QDir(m_home->filePath(QStringLiteral("tls"))).entryList(QDir::Files);
    const QStringList expected {QStringLiteral("authority.pem"), QStringLiteral("localhost-key.sealed"),
                                QStringLiteral("localhost.pem")};
    QCOMPARE(files, expected);
    QVERIFY(!content("authority.pem").contains("PRIVATE"));
}

void TestLocalAuthority::theServersKeyIsSealed()
{
    QVERIFY(authority().identity(m_vault));
    const QByteArray sealed = content("localhost-key.sealed");
    QVERIFY(!sealed.contains("PRIVATE"));
    const SecretBytes key = take(m_vault.open(sealed, "tls/localhost"));
    QCOMPARE(key.view().count("BEGIN"), 1);
    QVERIFY(key.view().contains("PRIVATE KEY"));
}

/// What versions before the vault have left stays the server's identity, so that clients need not trust anew.
void TestLocalAuthority::aPlainKeyIsSealed()
{
    const TlsIdentity first = take(authority().identity(m_vault));
    const SecretBytes key = take(m_vault.open(content("localhost-key.sealed"), "tls/localhost"));
    QVERIFY(QFile::remove(path("localhost-key.sealed")));
    take(OwnerFile(path("localhost-key.pem")).write(key.view()));
    const TlsIdentity second = take(authority().identity(m_vault));
    QCOMPARE(second.chain(), first.chain());
    QVERIFY(!QFile::exists(path("localhost-key.pem")));
    QVERIFY(QFile::exists(path("localhost-key.sealed")));
    QCOMPARE(take(authority().identity(m_vault)).chain(), first.chain());
}

void TestLocalAuthority::aKeyThatCannotBeOpenedIsKept()
{
    const TlsIdentity first = take(authority().identity(m_vault));
    const QByteArray sealed = content("localhost-key.sealed");
    const auto foreign = authority().identity(KeyVault::make());
    QVERIFY(!foreign);
    QVERIFY2(foreign.error().message.contains(path("localhost-key.sealed")), qPrintable(foreign.error().message));
    take(OwnerFile(path("localhost-key.sealed")).write(sealed.chopped(1)));
    QVERIFY(!authority().identity(m_vault));
    take(OwnerFile(path("localhost-key.sealed")).write(sealed));
    QCOMPARE(take(authority().identity(m_vault)).chain(), first.chain());
}

void TestLocalAuthority::aFolderThatCannotBeMadeIsSaid()
{
    QFile blocker(m_home->filePath(QStringLiteral("tls")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const auto identity = authority().identity(m_vault);
    QVERIFY(!identity);
    QVERIFY(identity.error().message.contains(blocker.fileName()));
}

QTEST_GUILESS_MAIN(TestLocalAuthority)
#include "tst_localauthority.moc"
