#include "models/tables/roles.h"
#include "ui/tabletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardItemModel>
#include <QTest>

using namespace Gatehouse;

class TestTableText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tsvHasHeadersAndFullValues();
    void csvQuotesWhatMustBe();
    void jsonIsAnArrayOfObjects();
    void columnsAreInTheOrderAskedFor();

private:
    QStandardItemModel m_model;
};

void TestTableText::init()
{
    m_model.clear();
    m_model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Issued")});
    auto *name = new QStandardItem(QStringLiteral("short"));
    name->setData(QStringLiteral("a \"long\", name"), FullTextRole);
    auto *time = new QStandardItem(QStringLiteral("14 Nov"));
    time->setData(qint64(1'700'000'000'123), TimestampRole);
    m_model.appendRow({name, time});
    auto *never = new QStandardItem(QStringLiteral("Never"));
    never->setData(qint64(0), TimestampRole);
    m_model.appendRow({new QStandardItem(QStringLiteral("plain")), never});
}

void TestTableText::tsvHasHeadersAndFullValues()
{
    QCOMPARE(TableText(m_model, {1}, {0, 1}).as(TableText::Format::Tsv), QStringLiteral("Name\tIssued\nplain\t\n"));
}

void TestTableText::csvQuotesWhatMustBe()
{
    QCOMPARE(TableText(m_model, {0}, {0, 1}).as(TableText::Format::Csv),
             QStringLiteral("Name,Issued\n\"a \"\"long\"\", name\",2023-11-14T22:13:20.123Z\n"));
}

void TestTableText::jsonIsAnArrayOfObjects()
{
    const QString text = TableText(m_model, {0, 1}, {0, 1}).as(TableText::Format::Json);
    const QJsonArray rows = QJsonDocument::fromJson(text.toUtf8()).array();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].toObject().value(QStringLiteral("Name")).toString(), QStringLiteral("a \"long\", name"));
    QCOMPARE(rows[1].toObject().value(QStringLiteral("Name")).toString(), QStringLiteral("plain"));
}

void TestTableText::columnsAreInTheOrderAskedFor()
{
    QVERIFY(TableText(m_model, {}, {1, 0}).as(TableText::Format::Tsv).startsWith(QLatin1String("Issued\tName")));
}

QTEST_MAIN(TestTableText)
#include "tst_tabletext.moc"
