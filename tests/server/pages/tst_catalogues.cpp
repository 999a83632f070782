#include "server/pages/catalogues.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Gatehouse;

class TestCatalogues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choice_data();
    void choice();
    void ownLanguage_data();
    void ownLanguage();
    void withoutCatalogues();
    void texts();
    void readInManyThreads();
};

static const QLocale English(QLocale::English);
static const QLocale German(QLocale::German);

void TestCatalogues::choice_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("inEnglish"); // what a program gives that speaks English
    QTest::addColumn<QByteArray>("inGerman");

    const auto row = [](const char *name, const char *header, const char *inEnglish, const char *inGerman) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(inEnglish) << QByteArray(inGerman);
    };
    row("no header", "", "en", "de");
    row("German", "de", "de", "de");
    row("English", "en", "en", "en");
    row("a region falls back", "de-AT", "de", "de");
    row("so does a longer tag", "de-Latn-AT-1996", "de", "de");
    row("and one with a private subtag", "en-x-pirate", "en", "en");
    row("the better one", "en;q=0.4, de;q=0.8", "de", "de");
    row("the first of equals", "en-GB, de", "en", "en");
    row("Swiss German, then English", "de-CH, en;q=0.5", "de", "de");
    row("a language that is not there, then German", "fr, de;q=0.2", "de", "de");
    row("a language that is not there", "fr", "en", "de");
    row("a language whose name begins alike", "den", "en", "de");
    row("any", "*", "en", "de");
    row("one that is not there, or any", "fr, *;q=0.1", "en", "de");
    row("any but English", "en;q=0, *", "en", "de");
    row("any but German", "de;q=0, *", "en", "en");
    row("German of Austria, but not German", "de-AT, de;q=0", "en", "en");
    row("nothing at all", "*;q=0", "en", "de");
    row("German and nothing else", "de, *;q=0", "de", "de");
    row("neither", "de;q=0, en;q=0", "en", "de");
    row("malformed", "de, en;q=x", "en", "de");
}

void TestCatalogues::choice()
{
    QFETCH(QByteArray, header);
    QTEST(Catalogues(English).choose(header).tag(), "inEnglish");
    QTEST(Catalogues(German).choose(header).tag(), "inGerman");
}

void TestCatalogues::ownLanguage_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QByteArray>("tag");
    QTest::newRow("C") << QLocale::c() << QByteArray("en");
    QTest::newRow("de_AT") << QLocale(QStringLiteral("de_AT")) << QByteArray("de");
    QTest::newRow("en_GB") << QLocale(QStringLiteral("en_GB")) << QByteArray("en");
    QTest::newRow("fr_FR") << QLocale(QStringLiteral("fr_FR")) << QByteArray("en");
}

void TestCatalogues::ownLanguage()
{
    QFETCH(QLocale, locale);
    QTEST(Catalogues(locale).choose({}).tag(), "tag");
}

void TestCatalogues::withoutCatalogues()
{
    const QTemporaryDir empty;
    const Catalogues catalogues(German, empty.path());
    const Language language = catalogues.choose("de");
    QCOMPARE(language.tag(), QByteArray("en"));
    QCOMPARE(language.translate("Gatehouse::LoginPage", "Sign In"), QStringLiteral("Sign In"));
}

void TestCatalogues::texts()
{
    const Catalogues catalogues(English);
    const char context[] = "Gatehouse::LoginPage";
    const char seconds[] = "Too many failed attempts. Try again in %n second(s).";
    const Language german = catalogues.choose("de");
    QCOMPARE(german.translate(context, "Sign In"), QStringLiteral("Anmelden"));
    QVERIFY(german.translate(context, seconds, nullptr, 1).endsWith(QStringLiteral(" 1 Sekunde noch einmal.")));
    QVERIFY(german.translate(context, seconds, nullptr, 1200).contains(QStringLiteral(" 1.200 Sekunden ")));
    QCOMPARE(german.translate(context, "Nobody translated this"), QStringLiteral("Nobody translated this"));
    QCOMPARE(german.translate("Gatehouse::ApplicationListPage", "Destroy…", "asks first"), QStringLiteral("Löschen …"));
    const Language english = catalogues.choose("en");
    QCOMPARE(english.translate(context, "Sign In"), QStringLiteral("Sign In"));
    QVERIFY(english.translate(context, seconds, nullptr, 1).endsWith(QStringLiteral(" 1 second.")));
    QVERIFY(english.translate(context, seconds, nullptr, 2).endsWith(QStringLiteral(" 2 seconds.")));
}

void TestCatalogues::readInManyThreads()
{
    const Catalogues catalogues(English);
    std::atomic<int> wrong = 0;
    QList<QThread *> threads;
    for (int i = 0; i < 4; ++i) {
        const bool isGerman = i % 2 == 0;
        threads.append(QThread::create([&catalogues, &wrong, isGerman] {
            const QString expected = isGerman ? QStringLiteral("Anmelden") : QStringLiteral("Sign In");
            for (int round = 0; round < 2000; ++round) {
                const Language language = catalogues.choose(isGerman ? "de-DE, en;q=0.5" : "en");
                if (language.translate("Gatehouse::LoginPage", "Sign In") != expected)
                    ++wrong;
            }
        }));
        threads.constLast()->start();
    }
    for (QThread *thread : threads)
        thread->wait();
    qDeleteAll(threads);
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestCatalogues)
#include "tst_catalogues.moc"
