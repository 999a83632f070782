#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

/// The catalogues in translations/, held against the sources and against what a text may not lose on its way.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void english();
    void catalogues_data();
    void holdsEveryText_data() { catalogues_data(); }
    void holdsEveryText();
    void isFinished_data() { catalogues_data(); }
    void isFinished();
    void keepsPlaceholders_data() { catalogues_data(); }
    void keepsPlaceholders();
    void keepsMnemonicsAndEnds_data() { catalogues_data(); }
    void keepsMnemonicsAndEnds();

private:
    struct Entry
    {
        QString key; ///< context, text and note
        QString source;
        QStringList translations; ///< one, or the plural forms
        bool isPlural = false;
        bool isFinished = true;
    };
    using Entries = QList<Entry>;

    static QDir folder() { return QDir(QStringLiteral(GATEHOUSE_SOURCE_DIR "/translations")); }
    static Entries read(const QString &file);
    static Entry readEntry(QXmlStreamReader &xml, const QString &context);
    static void readTranslation(QXmlStreamReader &xml, Entry &entry);

    QStringList m_texts; ///< the keys of all texts in the sources
};

TestTranslations::Entries TestTranslations::read(const QString &file)
{
    Entries entries;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return entries;
    QXmlStreamReader xml(&source);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            entries.append(readEntry(xml, context));
    }
    return xml.hasError() ? Entries() : entries;
}

TestTranslations::Entry TestTranslations::readEntry(QXmlStreamReader &xml, const QString &context)
{
    Entry entry;
    entry.isPlural = xml.attributes().value(QStringLiteral("numerus")) == u"yes";
    QString note;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"translation")
            readTranslation(xml, entry);
        else if (xml.name() == u"source")
            entry.source = xml.readElementText();
        else if (xml.name() == u"comment")
            note = xml.readElementText();
        else
            xml.skipCurrentElement();
    }
    entry.key = QStringList {context, entry.source, note}.join(u" | ");
    return entry;
}

void TestTranslations::readTranslation(QXmlStreamReader &xml, Entry &entry)
{
    entry.isFinished = !xml.attributes().hasAttribute(QStringLiteral("type"));
    if (!entry.isPlural) {
        entry.translations.append(xml.readElementText());
        return;
    }
    while (xml.readNextStartElement())
        entry.translations.append(xml.readElementText());
}

static QStringList sorted(QStringList keys)
{
    std::sort(keys.begin(), keys.end());
    return keys;
}

void TestTranslations::initTestCase()
{
    const QTemporaryDir place;
    const QString file = place.filePath(QStringLiteral("fresh.ts"));
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(GATEHOUSE_LUPDATE),
                  QStringLiteral(GATEHOUSE_LUPDATE_OPTIONS).split(u' ')
                      + QStringList {QStringLiteral("-I"), QStringLiteral(GATEHOUSE_SOURCE_DIR),
                                     QStringLiteral("@" GATEHOUSE_TRANSLATED_SOURCES), QStringLiteral("-ts"), file});
    QVERIFY2(lupdate.waitForFinished(60000) && lupdate.exitCode() == 0, lupdate.readAll().constData());
    for (const Entry &entry : read(file))
        m_texts.append(entry.key);
    m_texts = sorted(m_texts);
    QVERIFY2(m_texts.size() > 500, lupdate.readAll().constData());
}

/// The texts themselves are English; what they lack is the plural.
void TestTranslations::english()
{
    const Entries entries = read(folder().filePath(QStringLiteral("gatehouse_en.ts")));
    QVERIFY(!entries.isEmpty());
    for (const Entry &entry : entries) {
        QVERIFY2(entry.isPlural && entry.isFinished, qPrintable(entry.key));
        QVERIFY2(m_texts.contains(entry.key), qPrintable(entry.key));
    }
    const Entries german = read(folder().filePath(QStringLiteral("gatehouse_de.ts")));
    QCOMPARE(std::count_if(german.begin(), german.end(), [](const Entry &entry) { return entry.isPlural; }),
             entries.size());
}

void TestTranslations::catalogues_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : folder().entryList({QStringLiteral("*.ts")})) {
        if (file != u"gatehouse_en.ts")
            QTest::newRow(qPrintable(file)) << folder().filePath(file);
    }
}

void TestTranslations::holdsEveryText()
{
    QFETCH(QString, file);
    QStringList keys;
    for (const Entry &entry : read(file))
        keys.append(entry.key);
    keys = sorted(keys);
    QStringList missing;
    std::set_difference(m_texts.begin(), m_texts.end(), keys.begin(), keys.end(), std::back_inserter(missing));
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("Run ./dev translations. Missing: ") + missing.join(u'\n')));
    QCOMPARE(keys, m_texts);
}

void TestTranslations::isFinished()
{
    QFETCH(QString, file);
    for (const Entry &entry : read(file)) {
        QVERIFY2(entry.isFinished && !entry.translations.isEmpty(), qPrintable(entry.key));
        QVERIFY2(!entry.translations.contains(QString()), qPrintable(entry.key));
    }
}

void TestTranslations::keepsPlaceholders()
{
    QFETCH(QString, file);
    const auto placeholders = [](const QString &text) {
        static const QRegularExpression pattern(QStringLiteral("%(?:n|L?[0-9])"));
        QStringList found;
        for (const QRegularExpressionMatch &match : pattern.globalMatch(text))
            found.append(match.captured());
        return sorted(found);
    };
    for (const Entry &entry : read(file)) {
        for (const QString &translation : entry.translations)
            QVERIFY2(placeholders(translation) == placeholders(entry.source), qPrintable(entry.key));
    }
}

void TestTranslations::keepsMnemonicsAndEnds()
{
    QFETCH(QString, file);
    const auto shape = [](const QString &text) {
        static const QRegularExpression mnemonic(QStringLiteral("&(?=\\w)"),
                                                 QRegularExpression::UseUnicodePropertiesOption);
        static const QString ends = QStringLiteral(".:?!…");
        const QChar last = text.back();
        return QPair(text.count(mnemonic), ends.contains(last) ? last : QChar(u' '));
    };
    for (const Entry &entry : read(file)) {
        for (const QString &translation : entry.translations) {
            QVERIFY2(shape(translation) == shape(entry.source), qPrintable(entry.key));
            QVERIFY2(translation.trimmed() == translation, qPrintable(entry.key));
        }
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
