#include "server/pages/acceptlanguage.h"

#include <QTest>

using namespace Gatehouse;

class TestAcceptLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranges_data();
    void ranges();
    void isBounded();
};

/// "de=1000 en=500": the ranges with their weights.
static QString shown(const QList<LanguageRange> &ranges)
{
    QStringList words;
    for (const LanguageRange &range : ranges)
        words.append(QString::fromLatin1(range.tag) + u'=' + QString::number(range.weight));
    return words.join(u' ');
}

void TestAcceptLanguage::ranges_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");

    QTest::newRow("none") << QByteArray() << "";
    QTest::newRow("one") << QByteArray("de") << "de=1000";
    QTest::newRow("caseless") << QByteArray("DE-at") << "de-at=1000";
    QTest::newRow("by weight") << QByteArray("en;q=0.5, fr;q=0.75, de-CH") << "de-ch=1000 fr=750 en=500";
    QTest::newRow("equal weights keep their order") << QByteArray("fr,de,en;q=1.000") << "fr=1000 de=1000 en=1000";
    QTest::newRow("a dot and nothing after it") << QByteArray("de;q=1., en;q=0.") << "de=1000 en=0";
    QTest::newRow("blanks and capital Q") << QByteArray(" de \t; Q=0.3 ,\ten ") << "en=1000 de=300";
    QTest::newRow("refused") << QByteArray("de;q=0, *") << "*=1000 de=0";
    QTest::newRow("empty elements") << QByteArray(",de,,en,") << "de=1000 en=1000";
    QTest::newRow("a script and a private subtag") << QByteArray("zh-Hant-x-a1") << "zh-hant-x-a1=1000";
    for (const char *wrong :
         {"de;q=2", "de;q=1.1", "de;q=0.1234", "de;q=-1", "de;q", "de;q=", "de;x=1", "de;q=.5", "d e", "deutschland",
          "de_AT", "de-", "-de", "*-de", "d\xe9", "<script>", "de;q=1;q=1", "1a"}) {
        QTest::newRow(wrong) << QByteArray("en, ") + wrong << "";
    }
}

void TestAcceptLanguage::ranges()
{
    QFETCH(QByteArray, header);
    QTEST(shown(languageRanges(header)), "expected");
}

void TestAcceptLanguage::isBounded()
{
    QCOMPARE(languageRanges(QByteArray("de,").repeated(200)).size(), MaxLanguageRanges);
    QVERIFY(languageRanges(QByteArray("de,").repeated(400)).isEmpty());
    QVERIFY(languageRanges(QByteArray("a-").repeated(480)).isEmpty());
}

QTEST_GUILESS_MAIN(TestAcceptLanguage)
#include "tst_acceptlanguage.moc"
