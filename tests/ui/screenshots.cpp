// Draws every page of the real window, light and dark: gatehouse_screenshots FOLDER [LOCALE]

#include "app/demoworld.h"
#include "app/translationloader.h"
#include "models/activity.h"
#include "models/secrets/digest.h"
#include "models/tables/grantsmodel.h"
#include "models/tables/roles.h"
#include "models/tables/tokensmodel.h"
#include "tests/ui/consolefixture.h"
#include "tests/ui/railswindowfixture.h"
#include "tests/ui/sampledata.h"
#include "ui/mainwindow.h"
#include "ui/pages/tablepage.h"
#include "ui/rails/railswindow.h"
#include "ui/theme.h"
#include "ui/widgets/livetableview.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPushButton>
#include <QTabBar>
#include <QTextStream>

using namespace Gatehouse;

namespace {

constexpr Timestamp Noon = 1'778'155'200'000; // 7 May 2026, 12:00 UTC

/// Draws pages into a folder.
class Studio
{
public:
    explicit Studio(const QString &folder)
        : m_folder(folder)
        , m_fixture(nullptr, QDir::temp().filePath(QStringLiteral("gatehouse-screenshots/demo.db")))
    { }

    bool draw();

private:
    void startServer();
    bool drawAll(MainWindow &window, Appearance appearance);
    bool drawRails();
    void select(PageWindow &window, const QString &page, int row);
    bool drawAlarm(MainWindow &window, const QString &suffix);
    bool drawLineage(MainWindow &window, const QString &suffix);
    bool drawPreview(MainWindow &window, const QString &suffix);
    bool drawDomains(MainWindow &window, const QString &suffix);
    bool save(PageWindow &window, const QString &name);

    QDir m_folder;
    ConsoleFixture m_fixture;
    int m_drawn = 0;
};

bool Studio::draw()
{
    m_fixture.clock().advance(Noon - 47 * 60'000 - m_fixture.clock().now());
    const Application sample = DemoWorld::load().applications().first();
    m_fixture.setSample({sample.uid, sample.secret});
    startServer();
    MainWindow window(m_fixture.console());
    window.resize(1440, 900);
    window.show();
    m_fixture.clock().advance(Noon - m_fixture.clock().now());
    take(m_fixture.run([](Store &store) { return addSampleData(store); }));
    Q_EMIT m_fixture.server().exchangesFinished(sampleExchanges(Noon));
    QTest::qWait(1500); // counts and uptime are looked at once a second
    const bool done = drawAll(window, Appearance::Light) && drawAll(window, Appearance::Dark) && drawRails();
    QTextStream(stdout) << m_drawn << " pictures in " << m_folder.absolutePath() << '\n';
    return done;
}

void Studio::startServer()
{
    ServerSettings settings = m_fixture.server().settings();
    settings.issuer = QStringLiteral("http://127.0.0.1:6749");
    m_fixture.server().setSettings(settings);
    m_fixture.server().start();
    (void)QTest::qWaitFor([this] { return m_fixture.server().state() == ServerController::State::Running; });
    settings.port = 6749; // it listens on a free one
    m_fixture.server().setSettings(settings);
}

bool Studio::drawAll(MainWindow &window, Appearance appearance)
{
    Theme::apply(appearance);
    const QString suffix = appearance == Appearance::Dark ? QStringLiteral("-dark") : QStringLiteral("-light");
    bool done = drawAlarm(window, suffix);
    for (const char *name :
         {"overview", "applications", "users", "grants", "tokens", "consents", "audit", "output", "settings"}) {
        const QString page = QString::fromLatin1(name);
        window.openPage(page);
        select(window, page, 3);
        done = save(window, page + suffix) && done;
    }
    done = drawPreview(window, suffix) && done;
    done = drawDomains(window, suffix) && done;
    return drawLineage(window, suffix) && done;
}

/// The window on the database of a Rails application.
bool Studio::drawRails()
{
    // Its path is in the pictures: always the same one. A run that was cut short has left its file there.
    const QString folder = QDir::temp().filePath(QStringLiteral("gatehouse-screenshots"));
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    RailsWindowFixture fixture({}, folder);
    RailsWindow window(fixture.console());
    window.resize(1440, 900);
    window.show();
    bool done = true;
    for (Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        Theme::apply(appearance);
        const QString suffix = appearance == Appearance::Dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        window.openPage(QStringLiteral("overview"));
        QTest::qWait(1000); // the counts come from a thread
        done = save(window, QStringLiteral("rails-overview") + suffix) && done;
        window.openPage(QStringLiteral("tokens"));
        select(window, QStringLiteral("tokens"), 4);
        done = save(window, QStringLiteral("rails-tokens") + suffix) && done;
    }
    return done;
}

void Studio::select(PageWindow &window, const QString &page, int row)
{
    auto *table = qobject_cast<TablePage *>(window.page(page));
    if (!table)
        return;
    (void)QTest::qWaitFor([table] { return table->table().model()->rowCount() > 1; });
    table->table().selectRow(qMin(row, table->table().model()->rowCount() - 1));
    QTest::qWait(300); // the details come from the service thread
}

/// What is raised stands above every page; one picture shows it.
bool Studio::drawAlarm(MainWindow &window, const QString &suffix)
{
    auto *alarm = window.findChild<QWidget *>(QStringLiteral("foreignTokens"));
    alarm->show();
    window.openPage(QStringLiteral("audit"));
    select(window, QStringLiteral("audit"), 2);
    const bool done = save(window, QStringLiteral("alarm") + suffix);
    alarm->hide();
    return done;
}

/// A token and a code of the family that has everything: three refreshes, a half revoked, a used refresh token that came again.
bool Studio::drawLineage(MainWindow &window, const QString &suffix)
{
    bool done = true;
    for (const auto &[name, column, seed] : {std::tuple("tokens", int(TokensModel::TokenId), "long access 3"),
                                             {"grants", int(GrantsModel::GrantId), "long code"}}) {
        const QString key = QString::fromLatin1(name);
        window.openPage(key);
        const QAbstractItemModel &model = *static_cast<TablePage *>(window.page(key))->table().model();
        const QString id = sha256Hex(QString::fromLatin1(seed)).left(8);
        select(window, key, model.match(model.index(0, column), Qt::DisplayRole, id).value(0).row());
        auto *tabs = window.page(key)->findChild<QTabBar *>(QStringLiteral("detailTabs"));
        tabs->setCurrentIndex(1);
        QTest::qWait(300);
        done = save(window, QStringLiteral("lineage-") + key + suffix) && done;
        tabs->setCurrentIndex(0);
    }
    return done;
}

bool Studio::drawPreview(MainWindow &window, const QString &suffix)
{
    window.openPage(QStringLiteral("tokens"));
    auto &page = static_cast<TablePage &>(*window.currentPage());
    auto *revoke = page.findChild<QAction *>(QStringLiteral("revoke"));
    for (int row = page.table().selectedRowNumbers().value(0); row > 0; --row) {
        // What an earlier picture revoked is over.
        const QModelIndex status = page.table().model()->index(row, 0);
        page.table().selectRow(row);
        if (status.data(ActivityRole).toInt() == int(Activity::Active))
            break;
    }
    QTest::qWait(200);
    revoke->trigger();
    auto *confirm = page.findChild<QPushButton *>(QStringLiteral("confirmRevocation"));
    const bool ready = QTest::qWaitFor([confirm] { return confirm->isEnabled(); });
    QTest::qWait(300);
    const bool done = save(window, QStringLiteral("revoke") + suffix);
    confirm->click();
    auto *proof = page.findChild<QPushButton *>(QStringLiteral("showProof"));
    const bool ended = QTest::qWaitFor([proof] { return proof->isVisible(); });
    proof->click();
    QTest::qWait(500);
    const bool proved = save(window, QStringLiteral("proof") + suffix);
    page.findChild<QPushButton *>(QStringLiteral("cancelRevocation"))->click();
    return ready && done && ended && proved;
}

bool Studio::drawDomains(MainWindow &window, const QString &suffix)
{
    window.openPage(QStringLiteral("overview"));
    window.findChild<QAction *>(QStringLiteral("domains"))->trigger();
    auto *dialog = window.findChild<QDialog *>(QStringLiteral("domainsDialog"));
    QTest::qWait(300);
    const bool done
        = dialog->grab().save(m_folder.filePath(QStringLiteral("domains") + suffix + QStringLiteral(".png")));
    dialog->close();
    return done;
}

bool Studio::save(PageWindow &window, const QString &name)
{
    QTest::qWait(100);
    const QString path = m_folder.filePath(name + QStringLiteral(".png"));
    const bool done = window.grab().toImage().convertToFormat(QImage::Format_RGB888).save(path, "PNG", 0);
    m_drawn += done ? 1 : 0;
    if (!done)
        QTextStream(stderr) << "Cannot write " << path << '\n';
    return done;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC");
    const QApplication application(argc, argv);
    QLocale::setDefault(QLocale(argc > 2 ? QString::fromLocal8Bit(argv[2]) : QStringLiteral("en_GB")));
    const TranslationLoader translations;
    if (argc < 2 || argc > 3 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        QTextStream(stderr) << "Usage: gatehouse_screenshots FOLDER [LOCALE]\n";
        return 64;
    }
    const QString place = QDir::temp().filePath(QStringLiteral("gatehouse-screenshots"));
    QDir(place).removeRecursively();
    QDir().mkpath(place);
    return Studio(QString::fromLocal8Bit(argv[1])).draw() ? 0 : 74;
}
