#include "server/message/basiccredentials.h"

#include <QTest>

using namespace Gatehouse;

/// Basic credentials, RFC 6749 section 2.3.1 and RFC 7617.
class BasicCredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void takesTheValueBehindAScheme_data();
    void takesTheValueBehindAScheme();
};

void BasicCredentialsTest::reads_data()
{
    QTest::addColumn<QByteArray>("pair");
    QTest::addColumn<bool>("isForm");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("secret");
    QTest::newRow("plain") << QByteArray("id:secret") << true << "id"
                           << "secret";
    QTest::newRow("colon in the secret") << QByteArray("id:a:b") << true << "id"
                                         << "a:b";
    QTest::newRow("decoded as a form") << QByteArray("a%3Ab:x+y%2B") << true << "a:b"
                                       << "x y+";
    QTest::newRow("not decoded for Doorkeeper") << QByteArray("a%3Ab:x+y%2B") << false << "a%3Ab"
                                                << "x+y%2B";
    QTest::newRow("empty secret") << QByteArray("id:") << true << "id"
                                  << "";
    QTest::newRow("UTF-8") << QByteArray("id:\xc3\xa4") << false << "id" << QString::fromUtf8("\xc3\xa4");
}

void BasicCredentialsTest::reads()
{
    QFETCH(QByteArray, pair);
    QFETCH(bool, isForm);
    QFETCH(QString, id);
    QFETCH(QString, secret);
    const QByteArray header = "basic " + pair.toBase64();
    const auto credentials = parseBasicCredentials(header, isForm ? BasicEncoding::Form : BasicEncoding::Plain);
    QVERIFY(credentials);
    QCOMPARE(credentials->id, id);
    QCOMPARE(credentials->secret, secret);
}

void BasicCredentialsTest::refuses_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("scheme alone") << QByteArray("Basic");
    QTest::newRow("other scheme") << "Bearer " + QByteArray("a:b").toBase64();
    QTest::newRow("longer scheme") << "Basics " + QByteArray("a:b").toBase64();
    QTest::newRow("not Base64") << QByteArray("Basic ***");
    QTest::newRow("broken padding") << QByteArray("Basic YTpi=");
    QTest::newRow("no colon") << "Basic " + QByteArray("ab").toBase64();
    QTest::newRow("bad escape") << "Basic " + QByteArray("a:%zz").toBase64();
    QTest::newRow("NUL escaped") << "Basic " + QByteArray("a:b%00").toBase64();
    QTest::newRow("NUL") << "Basic " + QByteArray("a:b\0c", 5).toBase64();
    QTest::newRow("not UTF-8") << "Basic " + QByteArray("a:\xff").toBase64();
}

void BasicCredentialsTest::refuses()
{
    QFETCH(QByteArray, header);
    QVERIFY(!parseBasicCredentials(header, BasicEncoding::Form));
}

void BasicCredentialsTest::takesTheValueBehindAScheme_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("token") << QByteArray("Bearer abc") << QByteArray("abc");
    QTest::newRow("either case") << QByteArray("bEARER abc") << QByteArray("abc");
    QTest::newRow("blanks") << QByteArray("Bearer   abc ") << QByteArray("abc");
    QTest::newRow("no blank") << QByteArray("Bearerabc") << QByteArray();
    QTest::newRow("no value") << QByteArray("Bearer ") << QByteArray();
}

void BasicCredentialsTest::takesTheValueBehindAScheme()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QCOMPARE(authorizationValue(header, "Bearer").value_or(QByteArrayView()).toByteArray(), value);
}

QTEST_APPLESS_MAIN(BasicCredentialsTest)
#include "tst_basiccredentials.moc"
