#include "tests/ui/consolefixture.h"
#include "tests/ui/sampledata.h"
#include "ui/mainwindow.h"
#include "ui/page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace Gatehouse;

/// The window in each language there is a catalogue of.
class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void mnemonicsAreUnique_data() { addLanguages(); }
    void mnemonicsAreUnique();
    void textsAreWhole_data() { addLanguages(); }
    void textsAreWhole();
    void cleanup();

private:
    static void addLanguages();
    void install();

    std::unique_ptr<QTranslator> m_translator;
};

static const QStringList Pages {QStringLiteral("overview"), QStringLiteral("applications"), QStringLiteral("users"),
                                QStringLiteral("grants"),   QStringLiteral("tokens"),       QStringLiteral("output"),
                                QStringLiteral("settings")};

void TestLanguages::initTestCase()
{
    QVERIFY(QDir(QStringLiteral(":/i18n")).exists(QStringLiteral("gatehouse_de.qm")));
}

void TestLanguages::addLanguages()
{
    QTest::addColumn<QString>("catalogue");
    const QDir folder(QStringLiteral(":/i18n"));
    for (const QString &file : folder.entryList({QStringLiteral("*.qm")}))
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void TestLanguages::install()
{
    QFETCH(QString, catalogue);
    m_translator = std::make_unique<QTranslator>();
    QVERIFY(m_translator->load(catalogue));
    QCoreApplication::installTranslator(m_translator.get());
}

void TestLanguages::cleanup()
{
    m_translator.reset();
}

/// The letter that two of the texts share; empty when there is none.
static QString sharedMnemonic(const QStringList &texts)
{
    QSet<QChar> seen;
    for (const QString &text : texts) {
        const QKeySequence sequence = QKeySequence::mnemonic(text);
        const QChar letter = sequence.isEmpty() ? QChar() : QChar(sequence[0].key());
        if (!letter.isNull() && seen.contains(letter))
            return letter + QStringLiteral(" in ") + texts.join(QStringLiteral(", "));
        seen.insert(letter);
    }
    return {};
}

static QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions) {
        if (action->isVisible())
            texts.append(action->text());
    }
    return texts;
}

void TestLanguages::mnemonicsAreUnique()
{
    install();
    ConsoleFixture fixture;
    MainWindow window(fixture.console());
    for (const QString &page : Pages) {
        window.openPage(page);
        const QString ofBar = sharedMnemonic(textsOf(window.menuBar()->actions()));
        QVERIFY2(ofBar.isEmpty(), qPrintable(ofBar));
        for (QMenu *menu : window.findChildren<QMenu *>()) {
            Q_EMIT menu->aboutToShow();
            const QString shared = sharedMnemonic(textsOf(menu->actions()));
            QVERIFY2(shared.isEmpty(), qPrintable(page + QStringLiteral(": ") + shared));
        }
        QStringList labels = textsOf(window.menuBar()->actions());
        for (const QLabel *label : window.currentPage()->findChildren<QLabel *>()) {
            if (label->buddy())
                labels.append(label->text());
        }
        const QString onPage = sharedMnemonic(labels);
        QVERIFY2(onPage.isEmpty(), qPrintable(page + QStringLiteral(": ") + onPage));
    }
}

void TestLanguages::textsAreWhole()
{
    install();
    ConsoleFixture fixture;
    take(fixture.run([](Store &store) { return addSampleData(store); }));
    MainWindow window(fixture.console());
    window.resize(1280, 800);
    window.show();
    for (const QString &page : Pages) {
        window.openPage(page);
        QTest::qWait(50);
        for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !button->text().isEmpty())
                QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(page + u' ' + button->text()));
        }
        for (const QLabel *label : window.findChildren<QLabel *>()) {
            if (label->isVisible() && !label->wordWrap() && label->buddy())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(page + u' ' + label->text()));
        }
    }
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
