#include "models/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Gatehouse;

/// The writer of small texts, held against Qt's reader.
class JsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatQtReads();
    void listsTexts();
    void keepsTheOrder();
    void escapesEveryCharacter();
};

void JsonWriterTest::writesWhatQtReads()
{
    JsonWriter inner;
    inner.addNull("uid");
    JsonWriter writer;
    writer.add("text", QStringLiteral("a"))
        .add("number", qint64(-7))
        .add("flag", true)
        .add("list", QStringList {"a", "b\""})
        .add("none", QStringList())
        .add("object", std::move(inner))
        .addIfSet("left out", QString())
        .addIfSet("left out", qint64(0))
        .addIfSet("set", qint64(1));
    const QJsonObject expected {{"text", "a"},
                                {"number", -7},
                                {"flag", true},
                                {"list", QJsonArray {"a", "b\""}},
                                {"none", QJsonArray()},
                                {"object", QJsonObject {{"uid", QJsonValue::Null}}},
                                {"set", 1}};
    QCOMPARE(QJsonDocument::fromJson(writer.take()).object(), expected);
}

void JsonWriterTest::listsTexts()
{
    QCOMPARE(JsonWriter::list({}), QByteArray("[]"));
    const QStringList texts {"", "a", "\u00e9\"\n"};
    QCOMPARE(QJsonDocument::fromJson(JsonWriter::list(texts)).array(), QJsonArray::fromStringList(texts));
}

void JsonWriterTest::keepsTheOrder()
{
    QCOMPARE(JsonWriter().add("b", QStringLiteral("1")).add("a", false).take(),
             QByteArray("{\"b\":\"1\",\"a\":false}"));
    QCOMPARE(JsonWriter().take(), QByteArray("{}"));
}

void JsonWriterTest::escapesEveryCharacter()
{
    for (char16_t c = 1; c < 0x300; ++c) {
        const QString text = QStringLiteral("x") + QChar(c) + QStringLiteral("\\\"");
        const QByteArray written = JsonWriter().add("t", text).take();
        QCOMPARE(QJsonDocument::fromJson(written)[QStringLiteral("t")].toString(), text);
    }
}

QTEST_APPLESS_MAIN(JsonWriterTest)
#include "tst_jsonwriter.moc"
