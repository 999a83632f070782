#include "tests/ui/consolefixture.h"
#include "ui/livedata.h"
#include "ui/pages/overviewpage.h"
#include "ui/widgets/counttile.h"
#include "ui/widgets/firsttokencard.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/statecard.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace Gatehouse;

class TestOverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreLive();
    void tilesOpenPages();
    void stateIsTold();
    void commandForTheSample();
    void commandTrustsTheLocalAuthority();
    void commandAsksForAnUnknownSecret();
    void commandKnowsANewSecret();
    void commandIsQuoted();
    void requestsAreListed();

private:
    static CountTile &tile(const OverviewPage &page, const char *name)
    {
        return *page.findChild<CountTile *>(QString::fromLatin1(name));
    }
};

void TestOverviewPage::countsAreLive()
{
    ConsoleFixture fixture;
    LiveData live(fixture.console());
    const OverviewPage page(fixture.console(), live);
    const Application application = fixture.addApplication();
    fixture.addToken(application, QStringLiteral("one"));
    QTRY_COMPARE(tile(page, "applicationsTile").count(), 1);
    QTRY_COMPARE(tile(page, "tokensTile").count(), 1);
    fixture.clock().advance(7201 * 1000); // expired without any change
    QTRY_COMPARE(tile(page, "tokensTile").count(), 0);
}

void TestOverviewPage::tilesOpenPages()
{
    ConsoleFixture fixture;
    LiveData live(fixture.console());
    const OverviewPage page(fixture.console(), live);
    QSignalSpy requested(&page, &Page::pageRequested);
    tile(page, "usersTile").click();
    QCOMPARE(requested.last().at(0).toString(), QStringLiteral("users"));
    tile(page, "tokensTile").click();
    QCOMPARE(requested.last().at(0).toString(), QStringLiteral("tokens"));
    QCOMPARE(requested.last().at(1).toString(), QStringLiteral("is:active"));
}

void TestOverviewPage::stateIsTold()
{
    ConsoleFixture fixture;
    LiveData live(fixture.console());
    const OverviewPage page(fixture.console(), live);
    const auto *card = page.findChild<StateCard *>();
    QCOMPARE(card->word(), QStringLiteral("Stopped"));
    fixture.server().start();
    QTRY_COMPARE(card->word(), QStringLiteral("Running"));
    fixture.server().stop();
    QTRY_COMPARE(card->word(), QStringLiteral("Stopped"));
}

void TestOverviewPage::commandForTheSample()
{
    ConsoleFixture fixture;
    fixture.setSample({QStringLiteral("web"), QStringLiteral("web-secret")});
    fixture.addApplication(QStringLiteral("another"));
    fixture.addApplication(QStringLiteral("web"));
    LiveData live(fixture.console());
    const OverviewPage page(fixture.console(), live);
    const auto *card = page.findChild<FirstTokenCard *>();
    QTRY_COMPARE(card->command(),
                 QString(QStringLiteral("curl -u 'web:web-secret' \\\n  -d grant_type=client_credentials \\\n  '")
                         + fixture.server().issuer() + QStringLiteral("/oauth/token'")));
}

/// Nothing else knows the authority that the program has made.
void TestOverviewPage::commandTrustsTheLocalAuthority()
{
    ConsoleFixture fixture;
    fixture.setSample({QStringLiteral("web"), QStringLiteral("web-secret")});
    fixture.addApplication(QStringLiteral("web"));
    ServerSettings settings = fixture.server().settings();
    settings.tls.mode = TlsSettings::Mode::Local;
    fixture.server().setSettings(settings);
    LiveData live(fixture.console());
    const OverviewPage page(fixture.console(), live);
    const auto *card = page.findChild<FirstTokenCard *>();
    QTRY_VERIFY(
        card->command().contains(QString(u" --cacert '" + ServerController::authorityFile() + u"' \\\n  'https://")));
}

void TestOverviewPage::commandAsksForAnUnknownSecret()
{
    ConsoleFixture fixture;
    fixture.addApplication();
    LiveData live(fixture.console());
    const OverviewPage page(fixture.console(), live);
    QTRY_VERIFY(page.findChild<FirstTokenCard *>()->command().startsWith(QLatin1String("curl -u 'web' ")));
}

void TestOverviewPage::commandKnowsANewSecret()
{
    ConsoleFixture fixture;
    fixture.addApplication();
    LiveData live(fixture.console());
    const OverviewPage page(fixture.console(), live);
    QTRY_VERIFY(page.findChild<FirstTokenCard *>()->command().contains(QLatin1String("'web'")));
    live.rememberSecret(QStringLiteral("web"), QStringLiteral("fresh"));
    QVERIFY(page.findChild<FirstTokenCard *>()->command().contains(QLatin1String("'web:fresh'")));
}

void TestOverviewPage::commandIsQuoted()
{
    const QString command = FirstTokenCard::commandFor(QStringLiteral("http://h"), QStringLiteral("a'b"), {});
    QVERIFY(command.contains(QLatin1String("'a'\\''b'")));
}

void TestOverviewPage::requestsAreListed()
{
    ConsoleFixture fixture;
    LiveData live(fixture.console());
    OverviewPage page(fixture.console(), live);
    page.show();
    const auto *table = page.findChild<LiveTableView *>(QStringLiteral("requestsTable"));
    QVERIFY(!table->isVisible());
    Exchange exchange;
    exchange.id = 7;
    exchange.at = fixture.clock().now();
    exchange.status = 401;
    exchange.error = QStringLiteral("invalid_client");
    Q_EMIT fixture.server().exchangesFinished({exchange});
    QVERIFY(table->isVisible());
    QCOMPARE(live.requestsPerMinute(), 1);
    QCOMPARE(live.lastRefusal().id, 7);
    page.showRequest(7);
    QCOMPARE(table->selectedRowNumbers(), QList<int> {0});
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
