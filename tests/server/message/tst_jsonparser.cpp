#include "server/message/parameters.h"

#include <QTest>

using namespace Gatehouse;

using Pairs = QList<QPair<QString, QString>>;

/// JSON request bodies, as the parameters of a form.
class JsonParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsHostileTextToTheEnd();
};

void JsonParserTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Pairs>("pairs");
    QTest::newRow("empty object") << QByteArray(" { } ") << Pairs();
    QTest::newRow("text") << QByteArray(R"({"a":"1"})") << Pairs {{"a", "1"}};
    QTest::newRow("numbers and words") << QByteArray(R"({"a":12,"b":-1.5e3,"c":true,"d":false})")
                                       << Pairs {{"a", "12"}, {"b", "-1.5e3"}, {"c", "true"}, {"d", "false"}};
    QTest::newRow("null of an inner object is empty") << QByteArray(R"({"o":{"a":null}})") << Pairs {{"o[a]", ""}};
    QTest::newRow("array of an inner object")
        << QByteArray(R"({"o":{"a":["x", "y"],"b":[]}})") << Pairs {{"o[a][]", "x"}, {"o[a][]", "y"}, {"o[b][]", ""}};
    QTest::newRow("null is not sent") << QByteArray(R"({"a":null,"b":"1"})") << Pairs {{"b", "1"}};
    QTest::newRow("escapes") << QByteArray(R"({"a":"\"\\\/\b\f\n\r\t\u0041\ud83d\ude00"})")
                             << Pairs {{"a", QString::fromUtf8("\"\\/\b\f\n\r\tA\xf0\x9f\x98\x80")}};
    QTest::newRow("one object inside") << QByteArray(R"({"app":{"name":"x","uri":"y"},"b":"1"})")
                                       << Pairs {{"app[name]", "x"}, {"app[uri]", "y"}, {"b", "1"}};
    QTest::newRow("white space") << QByteArray("\t{\r\n\"a\" : \"1\" , \"b\" : 2\n}\n")
                                 << Pairs {{"a", "1"}, {"b", "2"}};
    QTest::newRow("a name twice is told, not hidden")
        << QByteArray(R"({"a":"1","a":"2"})") << Pairs {{"a", "1"}, {"a", "2"}};
}

void JsonParserTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(Pairs, pairs);
    Parameters parameters;
    parseJson(text, parameters);
    QVERIFY2(!parameters.isMalformed(), qPrintable(parameters.malformed()));
    QCOMPARE(parameters.all(), pairs);
}

void JsonParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "[]",
                             "\"a\"",
                             "1",
                             "{",
                             "{\"grant_type\":",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":\"1\"",
                             "{\"a\":\"1\",}",
                             "{\"a\":[\"1\"]}",
                             "{\"a\":{\"b\":{\"c\":\"1\"}}}",
                             "{a:1}",
                             "{\"a\":'1'}",
                             "{\"a\":tru}",
                             "{\"a\":nan}",
                             "{\"a\":0x10}",
                             "{\"a\":+1}",
                             "{\"a\":01}",
                             "{\"a\":-}",
                             "{\"a\":1.}",
                             "{\"a\":-.5}",
                             "{\"a\":1e}",
                             "{\"a\":1e+}",
                             "{\"a\":1 2}",
                             "{\"a\":1e999}",
                             "{\"a\":-1e999}",
                             "{\"a\":1e-999}",
                             "{\"a\":\"\\x\"}",
                             "{\"a\":\"\\u12\"}",
                             "{\"a\":\"\\u00zz\"}",
                             "{\"a\":\"\\ud800\"}",
                             "{\"a\":\"\\u0000\"}",
                             "{\"a\":\"\n\"}",
                             "{\"a\":\"1\"} x",
                             "{\"a\":\"1\"}{}",
                             "{\"\":{\"b\":\"1\"}}",
                             "{\"a\":\"\xff\"}",
                             "{\"a\":\"1\\"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("deep") << QByteArray("{\"a\":").repeated(20000);
}

void JsonParserTest::refuses()
{
    QFETCH(QByteArray, text);
    Parameters parameters;
    parseJson(text, parameters);
    QVERIFY(parameters.isMalformed());
}

void JsonParserTest::readsHostileTextToTheEnd()
{
    // Each byte of a valid body replaced by each other byte: read or refused, never a crash or a hang.
    const QByteArray whole = R"({"a":"\u0041","b":{"c":-1.5},"d":null})";
    for (qsizetype i = 0; i < whole.size(); ++i) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray text = whole;
            text[i] = char(byte);
            Parameters parameters;
            parseJson(text, parameters);
            for (const auto &[name, value] : parameters.all())
                QVERIFY(value.isValidUtf16() && !value.contains(QChar(0)));
        }
    }
}

QTEST_APPLESS_MAIN(JsonParserTest)
#include "tst_jsonparser.moc"
