#include "server/message/parameters.h"

#include <QTest>

using namespace Gatehouse;

using Pairs = QList<QPair<QString, QString>>;

/// application/x-www-form-urlencoded, of bodies and queries.
class FormParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void tellsRepeatedNames();
    void takesTwoHundredFields();
    void readsHostileBytesToTheEnd();
};

void FormParserTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Pairs>("pairs");
    QTest::newRow("empty") << QByteArray() << Pairs();
    QTest::newRow("one") << QByteArray("a=1") << Pairs {{"a", "1"}};
    QTest::newRow("two") << QByteArray("a=1&b=2") << Pairs {{"a", "1"}, {"b", "2"}};
    QTest::newRow("plus is a blank") << QByteArray("a=x+y") << Pairs {{"a", "x y"}};
    QTest::newRow("escaped plus stays") << QByteArray("a=x%2By") << Pairs {{"a", "x+y"}};
    QTest::newRow("decoded once") << QByteArray("a=%2541") << Pairs {{"a", "%41"}};
    QTest::newRow("either case") << QByteArray("a=%c3%A4") << Pairs {{"a", QString::fromUtf8("\xc3\xa4")}};
    QTest::newRow("name is decoded") << QByteArray("%61=1") << Pairs {{"a", "1"}};
    QTest::newRow("no equals") << QByteArray("a") << Pairs {{"a", ""}};
    QTest::newRow("no value") << QByteArray("a=") << Pairs {{"a", ""}};
    QTest::newRow("second equals") << QByteArray("a=b=c") << Pairs {{"a", "b=c"}};
    QTest::newRow("empty pairs") << QByteArray("&&a=1&") << Pairs {{"a", "1"}};
    QTest::newRow("byte order mark stays")
        << QByteArray("a=%EF%BB%BFx") << Pairs {{"a", QString(QChar(0xfeff)) + u'x'}};
    QTest::newRow("line ends stay") << QByteArray("a=%0D%0A") << Pairs {{"a", "\r\n"}};
}

void FormParserTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(Pairs, pairs);
    Parameters parameters;
    parseForm(text, parameters);
    QVERIFY2(!parameters.isMalformed(), qPrintable(parameters.malformed()));
    QCOMPARE(parameters.all(), pairs);
}

void FormParserTest::takesTwoHundredFields()
{
    Parameters parameters;
    parseForm(QByteArray("a=1&").repeated(200), parameters);
    QVERIFY(!parameters.isMalformed());
    QCOMPARE(parameters.all().size(), 200);
}

void FormParserTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("escape without digits") << QByteArray("a=%");
    QTest::newRow("escape with one digit") << QByteArray("a=%4");
    QTest::newRow("escape with a letter") << QByteArray("a=%4g");
    QTest::newRow("NUL") << QByteArray("a=secret%00");
    QTest::newRow("NUL in the name") << QByteArray("a%00=1");
    QTest::newRow("lone continuation byte") << QByteArray("a=%80");
    QTest::newRow("cut sequence") << QByteArray("a=%C3");
    QTest::newRow("overlong slash") << QByteArray("a=%C0%AF");
    QTest::newRow("surrogate") << QByteArray("a=%ED%A0%80");
    QTest::newRow("beyond Unicode") << QByteArray("a=%F4%90%80%80");
    QTest::newRow("raw bytes") << QByteArray("a=\xff\xfe");
    QTest::newRow("too many") << QByteArray("a=1&").repeated(201);
}

void FormParserTest::refuses()
{
    QFETCH(QByteArray, text);
    Parameters parameters;
    parseForm(text, parameters);
    QVERIFY(parameters.isMalformed());
}

void FormParserTest::tellsRepeatedNames()
{
    Parameters parameters;
    parseForm("a=1&b=2&a=3&c=4&b=2&a=5", parameters);
    QCOMPARE(parameters.repeated(), QStringList({"a", "b"}));
    QCOMPARE(parameters.value(u"a"), QStringLiteral("1"));
    QVERIFY(parameters.has(u"c"));
    QVERIFY(!parameters.has(u"d"));
}

void FormParserTest::readsHostileBytesToTheEnd()
{
    // Every pair of bytes behind a valid beginning: read or refused, never a crash, and nothing with a NUL gets through.
    for (int i = 0; i < 0x10000; ++i) {
        Parameters parameters;
        parseForm(QByteArray("a=%") + char(i >> 8) + char(i & 0xff), parameters);
        for (const auto &[name, value] : parameters.all())
            QVERIFY(!value.contains(QChar(0)) && value.isValidUtf16());
    }
}

QTEST_APPLESS_MAIN(FormParserTest)
#include "tst_formparser.moc"
