#include "models/audit/auditline.h"

#include <QTest>

using namespace Gatehouse;

class TestAuditLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << "lost phone"
                               << "lost phone";
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("comma") << "a,b"
                               << "\"a,b\"";
        QTest::newRow("quote") << "say \"no\""
                               << "\"say \"\"no\"\"\"";
        QTest::newRow("line break") << "a\nb"
                                    << "\"a\nb\"";
        QTest::newRow("formula =") << "=1+1"
                                   << "'=1+1";
        QTest::newRow("formula +") << "+1"
                                   << "'+1";
        QTest::newRow("formula -") << "-1"
                                   << "'-1";
        QTest::newRow("formula @") << "@SUM(A1)"
                                   << "'@SUM(A1)";
        QTest::newRow("formula behind a tab") << "\t=1"
                                              << "'\t=1";
        QTest::newRow("formula with a comma") << "=cmd(\"a\",1)"
                                              << "\"'=cmd(\"\"a\"\",1)\"";
        QTest::newRow("sign inside") << "a=1"
                                     << "a=1";
    }

    void cells()
    {
        QFETCH(QString, value);
        QFETCH(QString, cell);
        QCOMPARE(AuditLine::cell(value), cell);
    }

    void lines()
    {
        AuditEvent event;
        event.id = 7;
        event.at = 1'714'564'800'123;
        event.actor = QStringLiteral("console");
        event.action = QStringLiteral("revocation");
        event.outcome = QStringLiteral("revoked");
        event.subject = QStringLiteral("token:1");
        event.reason = QStringLiteral("=evil");
        event.details = QStringLiteral("{\"level\":\"NONE\"}");
        QCOMPARE(AuditLine::header(AuditLine::Format::Csv),
                 QByteArray("id,at,actor,action,outcome,subject,reason,exchange,details\r\n"));
        QCOMPARE(AuditLine::of(event, AuditLine::Format::Csv),
                 QByteArray("7,2024-05-01T12:00:00.123Z,console,revocation,revoked,token:1,'=evil,,"
                            "\"{\"\"level\"\":\"\"NONE\"\"}\"\r\n"));
        QVERIFY(AuditLine::header(AuditLine::Format::JsonLines).isEmpty());
        QCOMPARE(AuditLine::of(event, AuditLine::Format::JsonLines),
                 QByteArray("{\"action\":\"revocation\",\"actor\":\"console\",\"at\":\"2024-05-01T12:00:00.123Z\","
                            "\"details\":{\"level\":\"NONE\"},\"id\":7,\"outcome\":\"revoked\",\"reason\":\"=evil\","
                            "\"subject\":\"token:1\"}\n"));
    }
};

QTEST_GUILESS_MAIN(TestAuditLine)
#include "tst_auditline.moc"
