#include "tests/ui/consolefixture.h"
#include "ui/livedata.h"
#include "ui/pages/outputpage.h"

#include <QAction>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestOutputPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void printsRequestsInTheirOrder();
    void printsWhatCameWhileItWasHidden();
    void filters();
    void clears();
    void pauses();
    void tooManyAtOnce();
    void saves();

private:
    /// Requests of the paths /first, /first + 1 …
    void receive(int first, int count = 1);
    QString text() const { return m_page->findChild<QPlainTextEdit *>()->toPlainText(); }
    QAction &action(const char *name) const { return *m_page->findChild<QAction *>(QString::fromLatin1(name)); }

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<LiveData> m_live;
    std::unique_ptr<OutputPage> m_page;
};

void TestOutputPage::init()
{
    m_fixture = std::make_unique<ConsoleFixture>();
    m_live = std::make_unique<LiveData>(m_fixture->console());
    m_page = std::make_unique<OutputPage>(*m_live);
    m_page->resize(600, 400);
    m_page->show();
}

void TestOutputPage::cleanup()
{
    m_page.reset();
    m_live.reset();
    m_fixture.reset();
}

void TestOutputPage::receive(int first, int count)
{
    QList<Exchange> exchanges;
    for (int number = first; number < first + count; ++number) {
        Exchange exchange;
        exchange.id = number;
        exchange.at = ConsoleFixture::Start;
        exchange.method = "GET";
        exchange.path = QStringLiteral("/%1").arg(number);
        exchange.status = number % 2 ? 200 : 404;
        exchanges.append(exchange);
    }
    Q_EMIT m_fixture->server().exchangesFinished(exchanges);
}

void TestOutputPage::printsRequestsInTheirOrder()
{
    QVERIFY(!m_page->findChild<QPlainTextEdit *>()->isVisible());
    receive(1, 2);
    QVERIFY(m_page->findChild<QPlainTextEdit *>()->isVisible());
    receive(3);
    QCOMPARE(text().count(QStringLiteral("Started GET")), 3);
    QVERIFY(text().indexOf(QStringLiteral("\"/1\"")) < text().indexOf(QStringLiteral("\"/2\"")));
    QVERIFY(text().indexOf(QStringLiteral("\"/2\"")) < text().indexOf(QStringLiteral("\"/3\"")));
    QVERIFY(text().endsWith(QStringLiteral("Completed 200 OK in 0.0ms\n")));
}

void TestOutputPage::printsWhatCameWhileItWasHidden()
{
    m_page->hide();
    receive(1, 3);
    QCOMPARE(text(), QString());
    m_page->show();
    QCOMPARE(text().count(QStringLiteral("Started GET")), 3);
}

void TestOutputPage::filters()
{
    QSignalSpy judged(m_page.get(), &Page::filterJudged);
    receive(1, 4);
    m_page->setFilterText(QStringLiteral("404 started"));
    QCOMPARE(judged.last().at(0).toString(), QString());
    QCOMPARE(text().count(QStringLiteral("Started GET")), 2);
    receive(5, 2);
    QCOMPARE(text().count(QStringLiteral("Started GET")), 3);
    m_page->setFilterText(QString());
    QCOMPARE(text().count(QStringLiteral("Started GET")), 6);
}

void TestOutputPage::clears()
{
    receive(1, 2);
    action("clearOutput").trigger();
    QCOMPARE(text(), QString());
    receive(3);
    m_page->setFilterText(QStringLiteral("GET"));
    QCOMPARE(text().count(QStringLiteral("Started GET")), 1);
    QVERIFY(text().contains(QStringLiteral("\"/3\"")));
}

void TestOutputPage::pauses()
{
    receive(1);
    action("pauseOutput").trigger();
    receive(2);
    QCOMPARE(text().count(QStringLiteral("Started GET")), 1);
    action("pauseOutput").trigger();
    QCOMPARE(text().count(QStringLiteral("Started GET")), 2);
}

void TestOutputPage::tooManyAtOnce()
{
    receive(1);
    receive(2, 300);
    QCOMPARE(text().count(QStringLiteral("Started GET")), 1 + OutputPage::MostAtOnce);
    QVERIFY(text().contains(QStringLiteral("\"/301\"")));
}

void TestOutputPage::saves()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.log"));
    receive(1);
    action("saveOutput").trigger();
    auto *dialog = m_page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(file);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(written.readAll()), text());
    dialog->reject();
}

QTEST_MAIN(TestOutputPage)
#include "tst_outputpage.moc"
