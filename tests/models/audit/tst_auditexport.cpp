#include "models/audit/auditexport.h"

#include "models/store/auditstore.h"
#include "models/tables/auditmodel.h"
#include "tests/support/teststore.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

class TestAuditExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_db = std::make_unique<TestStore>(
            take(DatabaseUrl::parse(m_folder.filePath(QStringLiteral("%1.db").arg(++m_number)))));
    }

    void writesWhatMatchesNewestFirst()
    {
        add(9000);
        const AuditExportOrder wanted = order(QStringLiteral("subject:token:10"), AuditLine::Format::JsonLines);
        const auto state = take(AuditExportJob(wanted).run([](const AuditExportState &) { return true; }));
        const QByteArrayList lines = read(wanted.file).trimmed().split('\n');
        QCOMPARE(state.events, qint64(lines.size()));
        QCOMPARE(lines.size(), 111); // 10, 100 to 109, 1000 to 1099
        QVERIFY(lines.first().contains("token:1099"));
        QVERIFY(lines.last().contains("token:10\""));
        QCOMPARE(state.percent, 100);
    }

    void onlyTheOwnerCanRead()
    {
        add(1);
        const AuditExportOrder wanted = order({}, AuditLine::Format::Csv);
        QVERIFY(AuditExportJob(wanted).run([](const AuditExportState &) { return true; }).isOk());
        const auto others
            = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(wanted.file) & others));
        QCOMPARE(read(wanted.file).count('\n'), 2);
    }

    void anEmptyTrailGivesAnEmptyFile()
    {
        const AuditExportOrder wanted = order({}, AuditLine::Format::Csv);
        QCOMPARE(take(AuditExportJob(wanted).run([](const AuditExportState &) { return true; })).events, qint64(0));
        QCOMPARE(read(wanted.file), AuditLine::header(AuditLine::Format::Csv));
    }

    void cancelledLeavesNothing()
    {
        add(9000);
        const AuditExportOrder wanted = order({}, AuditLine::Format::Csv);
        QVERIFY(take(AuditExportJob(wanted).run([](const AuditExportState &) { return false; })).isCancelled);
        QVERIFY(!QFile::exists(wanted.file));
    }

    void problemsAreSentences()
    {
        add(1);
        AuditExportOrder wanted = order({}, AuditLine::Format::Csv);
        wanted.file = m_folder.filePath(QStringLiteral("no/such/folder.csv"));
        const auto outcome = AuditExportJob(wanted).run([](const AuditExportState &) { return true; });
        QVERIFY(!outcome);
        QVERIFY(outcome.error().message.startsWith(wanted.file + QStringLiteral(" cannot be written: ")));
    }

    void worksInAThread()
    {
        add(9000);
        AuditExport exporter;
        QSignalSpy finished(&exporter, &AuditExport::finished);
        const AuditExportOrder wanted = order({}, AuditLine::Format::JsonLines);
        exporter.start(wanted);
        QVERIFY(exporter.isRunning());
        QVERIFY(finished.wait());
        QVERIFY(!exporter.isRunning());
        QCOMPARE(read(wanted.file).count('\n'), 9000);
        exporter.start(order({}, AuditLine::Format::Csv)); // its end waits for it
    }

private:
    void add(int events)
    {
        AuditEvent event;
        event.domainId = 1;
        event.actor = QStringLiteral("console");
        event.action = QStringLiteral("token.revoked");
        event.details = QStringLiteral("{}");
        for (int i = 1; i <= events; ++i) {
            event.subject = QStringLiteral("token:%1").arg(i);
            take((*m_db)->audit().append(event));
        }
        m_db->commit();
    }

    AuditExportOrder order(const QString &filter, AuditLine::Format format)
    {
        const auto reader = m_db->reader();
        const AuditModel model(*reader, m_db->clock());
        return {(*m_db)->url(),
                take(FilterExpression::parse(filter, model.filterFields())),
                model.filterFields(),
                AuditModel::joins(),
                m_db->now(),
                format,
                m_folder.filePath(QStringLiteral("%1.out").arg(++m_number))};
    }

    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    int m_number = 0;
    std::unique_ptr<TestStore> m_db;
};

QTEST_GUILESS_MAIN(TestAuditExport)
#include "tst_auditexport.moc"
