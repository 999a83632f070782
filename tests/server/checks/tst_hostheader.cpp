#include "server/checks/hostheader.h"

#include "server/authserver.h"

#include <QTest>

using namespace Gatehouse;

class TestHostHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void served_data();
    void served();
    void ownOrigin_data();
    void ownOrigin();
};

static Deployment deployment()
{
    return {QStringLiteral("https://as.example.com/tenant"),
            {QStringLiteral("127.0.0.1:6749"), QStringLiteral("localhost:6749"), QStringLiteral("as.example.com")},
            false};
}

static Request requestFor(const QByteArray &host, bool secure = false)
{
    Request request;
    if (!host.isNull())
        request.headers.append({"Host", host});
    request.secure = secure;
    return request;
}

void TestHostHeader::served_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isServed");

    QTest::newRow("address") << QByteArray("127.0.0.1:6749") << true;
    QTest::newRow("name") << QByteArray("localhost:6749") << true;
    QTest::newRow("case of a name") << QByteArray("LOCALHOST:6749") << true;
    QTest::newRow("issuer") << QByteArray("as.example.com") << true;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("no port") << QByteArray("127.0.0.1") << false;
    QTest::newRow("other port") << QByteArray("127.0.0.1:80") << false;
    QTest::newRow("rebinding") << QByteArray("evil.example.net:6749") << false;
    QTest::newRow("suffix") << QByteArray("as.example.com.evil.example.net") << false;
    QTest::newRow("trailing dot") << QByteArray("as.example.com.") << false;
    QTest::newRow("userinfo") << QByteArray("x@as.example.com") << false;
    QTest::newRow("blank") << QByteArray("as.example.com ") << false;
    QTest::newRow("not ASCII") << QByteArray("as.example\xc3\xa9.com") << false;
}

void TestHostHeader::served()
{
    QFETCH(QByteArray, host);
    QTEST(isServedHost(requestFor(host), deployment()), "isServed");
}

void TestHostHeader::ownOrigin_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("secure");
    QTest::addColumn<QByteArray>("origin");

    QTest::newRow("plain") << QByteArray("localhost:6749") << false << QByteArray("http://localhost:6749");
    QTest::newRow("TLS") << QByteArray("localhost:6749") << true << QByteArray("https://localhost:6749");
    QTest::newRow("behind a proxy that ends TLS")
        << QByteArray("as.example.com") << false << QByteArray("https://as.example.com");
}

void TestHostHeader::ownOrigin()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, secure);
    QFETCH(QByteArray, origin);
    QCOMPARE(Gatehouse::ownOrigin(requestFor(host, secure), deployment()), origin);
    QCOMPARE(isSecureOrigin(requestFor(host, secure), deployment()), origin.startsWith("https:"));
}

QTEST_APPLESS_MAIN(TestHostHeader)
#include "tst_hostheader.moc"
