#include "server/message/methodoverride.h"

#include <QTest>

using namespace Gatehouse;

class TestMethodOverride : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void methods_data();
    void methods();
};

void TestMethodOverride::methods_data()
{
    QTest::addColumn<int>("sent");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("intended");
    const QByteArray form("application/x-www-form-urlencoded");
    const auto row
        = [](const char *name, Method sent, const QByteArray &query, const QByteArray &type, const QByteArray &body,
             Method intended) { QTest::newRow(name) << int(sent) << query << type << body << int(intended); };
    row("GET", Method::Get, {}, {}, {}, Method::Get);
    row("HEAD is GET", Method::Head, {}, {}, {}, Method::Get);
    row("POST", Method::Post, {}, form, "a=b", Method::Post);
    row("patch", Method::Post, {}, form, "a=b&_method=patch", Method::Patch);
    row("in capitals", Method::Post, {}, form, "_method=PUT", Method::Put);
    row("delete", Method::Post, {}, form, "_method=delete", Method::Delete);
    row("multipart", Method::Post, {}, "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"_method\"\r\n\r\ndelete\r\n--b--\r\n", Method::Delete);
    row("in the address", Method::Post, "_method=delete", form, "a=b", Method::Post);
    row("in the address and elsewhere", Method::Post, "_method=delete", form, "a=_method", Method::Post);
    row("JSON", Method::Post, {}, "application/json", "{\"_method\":\"delete\"}", Method::Post);
    row("unknown", Method::Post, {}, form, "_method=trace", Method::Post);
    row("GET with a form", Method::Get, {}, form, "_method=delete", Method::Get);
    row("PUT with a form", Method::Put, {}, form, "_method=delete", Method::Put);
}

void TestMethodOverride::methods()
{
    QFETCH(int, sent);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    Request request;
    request.method = Method(sent);
    request.query = query;
    request.headers = {{"Content-Type", type}};
    request.body = body;
    QTEST(int(intendedMethod(request)), "intended");
}

QTEST_GUILESS_MAIN(TestMethodOverride)
#include "tst_methodoverride.moc"
