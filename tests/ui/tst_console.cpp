#include "tests/ui/consolefixture.h"
#include "ui/mainwindow.h"
#include "ui/pages/tablepage.h"
#include "ui/widgets/livetableview.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QUrlQuery>

using namespace Gatehouse;

/// The main job from end to end: a token is issued over HTTP, appears in the window, is revoked there, and is not active any
/// more.
class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issueSeeRevokeIntrospect();

private:
    QByteArray post(const QString &path, const QUrlQuery &form);

    const SystemClock m_clock;
    ConsoleFixture m_fixture {&m_clock};
    QNetworkAccessManager m_network;
};

QByteArray TestConsole::post(const QString &path, const QUrlQuery &form)
{
    QNetworkRequest request(QUrl(m_fixture.server().issuer() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    request.setRawHeader("Authorization", "Basic " + QByteArrayLiteral("web:web-secret").toBase64());
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, form.toString(QUrl::FullyEncoded).toUtf8()));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10'000))
        return "no answer";
    return reply->readAll();
}

void TestConsole::issueSeeRevokeIntrospect()
{
    m_fixture.addApplication(QStringLiteral("web"));
    MainWindow window(m_fixture.console());
    window.show();
    m_fixture.server().start();
    QTRY_COMPARE(m_fixture.server().state(), ServerController::State::Running);
    window.openPage(QStringLiteral("tokens"));
    auto &page = static_cast<TablePage &>(*window.currentPage());

    const QByteArray issued
        = post(QStringLiteral("/oauth/token"), {{QStringLiteral("grant_type"), QStringLiteral("client_credentials")}});
    const QString token = QJsonDocument::fromJson(issued).object().value(QStringLiteral("access_token")).toString();
    QVERIFY2(!token.isEmpty(), issued.constData());
    const QUrlQuery question {{QStringLiteral("token"), token}};
    const QByteArray before = post(QStringLiteral("/oauth/introspect"), question);
    QVERIFY2(QJsonDocument::fromJson(before).object().value(QStringLiteral("active")).toBool(), before.constData());

    QTRY_COMPARE_WITH_TIMEOUT(page.table().model()->rowCount(), 1, 1000); // within a second
    const QPoint row = page.table().visualRect(page.table().model()->index(0, 1)).center();
    QTRY_VERIFY(page.table().isVisible());
    QTest::mouseClick(page.table().viewport(), Qt::LeftButton, {}, row);
    auto *revoke = page.findChild<QAction *>(QStringLiteral("revoke"));
    QTRY_VERIFY(revoke->isEnabled());
    QTest::mouseClick(page.details().findChild<QToolButton *>(QStringLiteral("revokeButton")), Qt::LeftButton);
    auto *confirm = page.findChild<QPushButton *>(QStringLiteral("confirmRevocation"));
    QTRY_VERIFY(confirm->isVisible() && confirm->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton);

    QTRY_COMPARE(post(QStringLiteral("/oauth/introspect"), question), QByteArrayLiteral("{\"active\":false}"));
}

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
