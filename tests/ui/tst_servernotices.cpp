#include "models/store/domainstore.h"
#include "tests/ui/consolefixture.h"
#include "ui/dialogs/portdialog.h"
#include "ui/rememberedserver.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/servernotices.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTcpServer>
#include <QTest>

using namespace Gatehouse;

class TestServerNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void portInUseIsSaid();
    void anotherPortIsTakenOnlyWhenAsked();
    void aPortIsChosen();
    void retryWorksOnceThePortIsFree();
    void openAddressIsSaid();
    void openPagesAreSaidWhileTheyAreOpen();

private:
    QPushButton *button(const QString &text)
    {
        for (QPushButton *each : m_notices->problem().findChildren<QPushButton *>()) {
            if (!each->isHidden() && each->text().remove(QLatin1Char('&')).startsWith(text))
                return each;
        }
        return nullptr;
    }
    void failToStart();

    std::unique_ptr<ConsoleFixture> m_fixture;
    std::unique_ptr<ServerNotices> m_notices;
    std::unique_ptr<QTcpServer> m_other;
};

void TestServerNotices::init()
{
    m_notices.reset();
    m_fixture = std::make_unique<ConsoleFixture>();
    m_notices = std::make_unique<ServerNotices>(m_fixture->console());
    m_notices->show();
    m_other = std::make_unique<QTcpServer>();
    QVERIFY(m_other->listen(QHostAddress::LocalHost));
}

void TestServerNotices::failToStart()
{
    ServerSettings settings = m_fixture->server().settings();
    settings.port = m_other->serverPort();
    m_fixture->server().setSettings(settings);
    m_fixture->server().start();
    QTRY_COMPARE(m_fixture->server().state(), ServerController::State::Failed);
}

void TestServerNotices::portInUseIsSaid()
{
    QVERIFY(m_notices->problem().isHidden());
    failToStart();
    const QString expected = QStringLiteral("Port %1 is in use.").arg(m_other->serverPort());
    QVERIFY(m_notices->problem().sentence().startsWith(expected));
    QVERIFY(m_notices->problem().isVisible());
    QVERIFY(button(QStringLiteral("Use ")));
    QVERIFY(button(QStringLiteral("Choose")));
    QVERIFY(button(QStringLiteral("Retry")));
}

void TestServerNotices::anotherPortIsTakenOnlyWhenAsked()
{
    failToStart();
    QCOMPARE(m_fixture->server().settings().port, m_other->serverPort());
    button(QStringLiteral("Use "))->click();
    QTRY_COMPARE(m_fixture->server().state(), ServerController::State::Running);
    QVERIFY(m_fixture->server().port() > m_other->serverPort());
    QVERIFY(m_notices->problem().isHidden());
    const ServerSettings kept
        = take(m_fixture->run([](Store &store) { return rememberedServer(store, ServerSettings()); }));
    QCOMPARE(kept.port, m_fixture->server().port());
}

void TestServerNotices::aPortIsChosen()
{
    failToStart();
    button(QStringLiteral("Choose"))->click();
    auto *dialog = m_notices->findChild<PortDialog *>();
    QVERIFY(dialog);
    const quint16 free = ServerController::firstFreePort(QHostAddress(QHostAddress::LocalHost), 20'000);
    QVERIFY(free);
    dialog->findChild<QSpinBox *>()->setValue(free);
    dialog->accept();
    QTRY_COMPARE(m_fixture->server().state(), ServerController::State::Running);
    QCOMPARE(m_fixture->server().port(), free);
}

void TestServerNotices::retryWorksOnceThePortIsFree()
{
    failToStart();
    const quint16 port = m_other->serverPort();
    m_other.reset();
    button(QStringLiteral("Retry"))->click();
    QTRY_COMPARE(m_fixture->server().state(), ServerController::State::Running);
    QCOMPARE(m_fixture->server().port(), port);
}

void TestServerNotices::openAddressIsSaid()
{
    QVERIFY(m_notices->exposure().isHidden());
    ServerSettings settings = m_fixture->server().settings();
    settings.address = QHostAddress::AnyIPv4;
    m_fixture->server().setSettings(settings);
    Q_EMIT m_fixture->server().stateChanged(m_fixture->server().state());
    QVERIFY(m_notices->exposure().isVisible());
    QVERIFY(m_notices->exposure().sentence().contains(QLatin1String("0.0.0.0")));
}

void TestServerNotices::openPagesAreSaidWhileTheyAreOpen()
{
    const auto setOpen = [this](bool open) {
        take(m_fixture->run([open](Store &store) {
            Policy policy = take(store.domains().defaultDomain()).policy;
            policy.adminPagesOpen = open;
            return store.domains().setPolicy(DomainStore::DefaultId, policy);
        }));
    };
    QVERIFY(m_notices->openPages().isHidden());
    setOpen(true);
    QTRY_VERIFY(m_notices->openPages().isVisible());
    QVERIFY(m_notices->openPages().sentence().contains(QLatin1String("/oauth/applications")));
    setOpen(false);
    QTRY_VERIFY(m_notices->openPages().isHidden());
}

QTEST_MAIN(TestServerNotices)
#include "tst_servernotices.moc"
