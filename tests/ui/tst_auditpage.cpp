#include "models/store/auditstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/livedata.h"
#include "ui/pages/auditpage.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestAuditPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsThatThereIsNothing();
    void detailsShowEveryField();
    void linkFindsTheEntry();
    void subjectIsOnePageAway();
    void exportsWhatTheFilterShows();
    void exportAsksWhere();
    void exportIsCancelled();
    void exportTellsWhyItFailed();

private:
    void add(const char *outcome, const char *subject, const char *details = "{}");
    bool waitForRows(int rows)
    {
        return QTest::qWaitFor([&] { return m_live->audit().rowCount() == rows; }, 5000);
    }
    QAction &action(const char *name) { return *m_page->findChild<QAction *>(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<LiveData> m_live;
    std::unique_ptr<AuditPage> m_page;
};

void TestAuditPage::init()
{
    m_fixture = std::make_unique<ConsoleFixture>();
    m_live = std::make_unique<LiveData>(m_fixture->console());
    m_page = std::make_unique<AuditPage>(m_fixture->console(), *m_live);
    m_page->resize(1200, 500);
    m_page->show();
}

void TestAuditPage::cleanup()
{
    m_page.reset();
    m_live.reset();
    m_fixture.reset();
}

void TestAuditPage::add(const char *outcome, const char *subject, const char *details)
{
    AuditEvent event;
    event.domainId = 1;
    event.at = ConsoleFixture::Start;
    event.actor = QStringLiteral("console");
    event.action = QStringLiteral("revocation");
    event.outcome = QString::fromLatin1(outcome);
    event.subject = QString::fromLatin1(subject);
    event.reason = QStringLiteral("lost phone");
    event.details = QString::fromLatin1(details);
    take(m_fixture->run([event](Store &store) { return store.audit().append(event); }));
}

void TestAuditPage::tellsThatThereIsNothing()
{
    QTRY_VERIFY(m_page->findChild<Placeholder *>()->isVisible());
    QVERIFY(!action("copyLink").isEnabled());
}

void TestAuditPage::detailsShowEveryField()
{
    add("revoked", "token:4", R"({"level":"NONE","revoked":{"access":1},"of_its_own":"kept"})");
    QVERIFY(waitForRows(1));
    m_page->table().selectRow(0);
    const auto valueOf = [this](const char *label) {
        for (const DetailField &field : m_page->details().fields()) {
            if (field.label == QLatin1String(label))
                return field.value;
        }
        return QString();
    };
    QTRY_COMPARE(valueOf("Outcome"), QStringLiteral("Revoked"));
    QCOMPARE(valueOf("Actor"), QStringLiteral("Console"));
    QCOMPARE(valueOf("Reason"), QStringLiteral("lost phone"));
    QCOMPARE(valueOf("Ended"), QStringLiteral("Access Tokens: 1"));
    QCOMPARE(valueOf("of_its_own"), QStringLiteral("kept"));
    QVERIFY(valueOf("Details as Stored").contains(QLatin1String("    \"level\": \"NONE\"")));
    action("copyJson").trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("\"outcome\":\"revoked\"")));
}

void TestAuditPage::linkFindsTheEntry()
{
    add("revoked", "token:1");
    add("revoked", "token:2");
    QVERIFY(waitForRows(2));
    m_page->table().selectRow(1);
    QTRY_VERIFY(action("copyLink").isEnabled());
    action("copyLink").trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("audit:1"));
    m_page->setFilterText(QGuiApplication::clipboard()->text());
    QVERIFY(waitForRows(1));
    QCOMPARE(m_live->audit().idAt(0), Id(1));
}

void TestAuditPage::subjectIsOnePageAway()
{
    add("revoked", "token:7");
    add("revoked", "");
    QVERIFY(waitForRows(2));
    QSignalSpy requested(m_page.get(), &Page::pageRequested);
    m_page->table().selectRow(0);
    QTRY_VERIFY(action("copyLink").isEnabled());
    QVERIFY(!action("showSubject").isEnabled());
    m_page->table().selectRow(1);
    QTRY_VERIFY(action("showSubject").isEnabled());
    action("showSubject").trigger();
    QCOMPARE(requested.first(), (QVariantList {QStringLiteral("tokens"), QStringLiteral("number:7")}));
}

void TestAuditPage::exportsWhatTheFilterShows()
{
    add("revoked", "token:1");
    add("unknown_token", "");
    QVERIFY(waitForRows(2));
    m_page->setFilterText(QStringLiteral("outcome:unknown_token"));
    QVERIFY(waitForRows(1));
    const QString name = m_folder.filePath(QStringLiteral("out.jsonl"));
    m_page->exportTo(name);
    QTRY_COMPARE(m_page->message().kind(), InlineMessage::Kind::Success);
    QVERIFY(action("export").isEnabled());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY2(written.contains("\"outcome\":\"unknown_token\""), written.constData());
    QCOMPARE(written.count('\n'), 1);
}

void TestAuditPage::exportAsksWhere()
{
    add("revoked", "token:1");
    QVERIFY(waitForRows(1));
    action("export").trigger();
    auto *dialog = m_page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->nameFilters().size(), 2);
    const QString name = m_folder.filePath(QStringLiteral("asked.csv"));
    Q_EMIT dialog->fileSelected(name);
    QTRY_VERIFY(QFile::exists(name));
    dialog->reject();
}

void TestAuditPage::exportIsCancelled()
{
    take(m_fixture->run([](Store &store) -> Result<void> {
        AuditEvent event;
        event.domainId = 1;
        event.actor = QStringLiteral("console");
        event.action = QStringLiteral("token.revoked");
        event.details = QStringLiteral("{}");
        for (int i = 0; i < 20'000; ++i) {
            if (const auto done = store.audit().append(event); !done)
                return done.error();
        }
        return {};
    }));
    const QString name = m_folder.filePath(QStringLiteral("cancelled.csv"));
    m_page->exportTo(name);
    auto *cancel = m_page->findChild<QPushButton *>(QStringLiteral("cancelExport"));
    QVERIFY(cancel->isVisible());
    QVERIFY(!action("export").isEnabled()); // one at a time
    cancel->click();
    QTRY_COMPARE(m_page->message().sentence(), QStringLiteral("The export was cancelled; nothing was written."));
    QVERIFY(!QFile::exists(name));
    QVERIFY(!cancel->isVisible());
}

void TestAuditPage::exportTellsWhyItFailed()
{
    add("revoked", "token:1");
    QVERIFY(waitForRows(1));
    m_page->exportTo(m_folder.filePath(QStringLiteral("no/such/folder.csv")));
    QTRY_COMPARE(m_page->message().kind(), InlineMessage::Kind::Error);
    QVERIFY(m_page->message().sentence().contains(QLatin1String("cannot be written")));
}

QTEST_MAIN(TestAuditPage)
#include "tst_auditpage.moc"
