#include "server/message/parameters.h"

#include <QTest>

using namespace Gatehouse;

using Pairs = QList<QPair<QString, QString>>;

namespace {

const QByteArray Type = "multipart/form-data; boundary=x";

QByteArray part(const QByteArray &disposition, const QByteArray &value)
{
    return "--x\r\nContent-Disposition: " + disposition + "\r\n\r\n" + value + "\r\n";
}

QByteArray body(const QByteArray &disposition, const QByteArray &value)
{
    return part(disposition, value) + "--x--\r\n";
}

} // namespace

/// multipart/form-data as curl -F and browsers send it (RFC 7578).
class MultipartParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void takesAHundredParts();
    void readsCutBodiesToTheEnd();
};

void MultipartParserTest::reads_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Pairs>("pairs");
    const Pairs one {{"a", "1"}};
    QTest::newRow("one field") << Type << body("form-data; name=\"a\"", "1") << one;
    QTest::newRow("two fields") << Type << part("form-data; name=\"a\"", "1") + body("form-data; name=\"b\"", "2 +%41")
                                << Pairs {{"a", "1"}, {"b", "2 +%41"}};
    QTest::newRow("bare name") << Type << body("form-data; name=a", "1") << one;
    QTest::newRow("empty value") << Type << body("form-data; name=\"a\"", "") << Pairs {{"a", ""}};
    QTest::newRow("line ends in a value")
        << Type << body("form-data; name=\"a\"", "1\r\n2\r\n") << Pairs {{"a", "1\r\n2\r\n"}};
    QTest::newRow("dashes in a value") << Type << body("form-data; name=\"a\"", "--x") << Pairs {{"a", "--x"}};
    QTest::newRow("quoted boundary") << QByteArray("Multipart/Form-Data; charset=utf-8; Boundary=\"x\"")
                                     << body("form-data; name=\"a\"", "1") << one;
    QTest::newRow("preamble and epilogue") << Type << "hello\r\n" + body("form-data; name=\"a\"", "1") + "bye" << one;
    QTest::newRow("blanks behind a boundary")
        << Type << QByteArray("--x \t\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--") << one;
    QTest::newRow("another header") << Type << body("form-data; name=\"a\"\r\nContent-Type: text/plain", "1") << one;
    QTest::newRow("quotes in a name") << Type << body("form-data; name=\"a\\\"b\"", "1") << Pairs {{"a\"b", "1"}};
    QTest::newRow("semicolon in a name") << Type << body("form-data; name=\"a;b\"", "1") << Pairs {{"a;b", "1"}};
    QTest::newRow("no fields") << Type << QByteArray("--x--\r\n") << Pairs();
    QTest::newRow("UTF-8") << Type << body("form-data; name=\"a\"", "\xc3\xa4")
                           << Pairs {{"a", QString::fromUtf8("\xc3\xa4")}};
}

void MultipartParserTest::reads()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, text);
    QFETCH(Pairs, pairs);
    Parameters parameters;
    parseMultipart(type, text, parameters);
    QVERIFY2(!parameters.isMalformed(), qPrintable(parameters.malformed()));
    QCOMPARE(parameters.all(), pairs);
}

void MultipartParserTest::takesAHundredParts()
{
    Parameters parameters;
    parseMultipart(Type, part("form-data; name=\"a\"", "1").repeated(100) + "--x--\r\n", parameters);
    QVERIFY(!parameters.isMalformed());
    QCOMPARE(parameters.all().size(), 100);
}

void MultipartParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = body("form-data; name=\"a\"", "1");
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << good;
    QTest::newRow("empty boundary") << QByteArray("multipart/form-data; boundary=") << good;
    QTest::newRow("long boundary") << "multipart/form-data; boundary=" + QByteArray(71, 'x') << good;
    QTest::newRow("other boundary") << QByteArray("multipart/form-data; boundary=y") << good;
    QTest::newRow("empty") << Type << QByteArray();
    QTest::newRow("no last boundary") << Type << part("form-data; name=\"a\"", "1");
    QTest::newRow("head without end") << Type << QByteArray("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n");
    QTest::newRow("no name") << Type << body("form-data", "1");
    QTest::newRow("no disposition") << Type << QByteArray("--x\r\nA: b\r\n\r\n1\r\n--x--\r\n");
    QTest::newRow("two dispositions") << Type
                                      << body("form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
                                              "1");
    QTest::newRow("a file") << Type << body("form-data; name=\"a\"; filename=\"f\"", "1");
    QTest::newRow("transfer encoding") << Type
                                       << body("form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64", "MQ==");
    QTest::newRow("long head") << Type << body("form-data; name=\"" + QByteArray(2000, 'a') + '"', "1");
    QTest::newRow("bare line feeds") << Type
                                     << QByteArray("--x\nContent-Disposition: form-data; name=\"a\"\n\n1\n--x--\n");
    QTest::newRow("rubbish behind a boundary") << Type << QByteArray("--xy\r\n\r\n\r\n--x--");
    QTest::newRow("NUL") << Type << body("form-data; name=\"a\"", QByteArray("1\0", 2));
    QTest::newRow("not UTF-8") << Type << body("form-data; name=\"a\"", "\xff");
    QTest::newRow("too many") << Type << part("form-data; name=\"a\"", "1").repeated(101) + "--x--\r\n";
}

void MultipartParserTest::refuses()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, text);
    Parameters parameters;
    parseMultipart(type, text, parameters);
    QVERIFY(parameters.isMalformed());
}

void MultipartParserTest::readsCutBodiesToTheEnd()
{
    const QByteArray whole = part("form-data; name=\"a\"", "1") + part("form-data; name=b", "--x-") + "--x--";
    for (qsizetype length = 0; length < whole.size() - 2; ++length) {
        Parameters parameters;
        parseMultipart(Type, whole.first(length), parameters);
        QVERIFY2(parameters.isMalformed(), qPrintable(QString::number(length)));
    }
}

QTEST_APPLESS_MAIN(MultipartParserTest)
#include "tst_multipartparser.moc"
