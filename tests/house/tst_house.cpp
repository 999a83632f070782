#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

/// The plan of the house, held against the sources.
class TestHouse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void topLevelHoldsWhatItShould();
    void includesPointDownwards();
    void uiSeesOfTheServerOnlyItsController();
    void serverLeavesTheItemModelsAlone();
    void modelsNeedNoGui();
    void onlyTheHostNamesQtHttpServer();
    void onlyOneHeaderAsksForTheQtVersion();
    void everySourceIsListed();
    void ownHeaderComesFirst();

private:
    static QDir root() { return QDir(QStringLiteral(GATEHOUSE_SOURCE_DIR)); }
    static QStringList sourcesIn(const QString &folder);
    static QString textOf(const QString &file);
    /// What the file includes with quotes, from the root.
    static QStringList includesOf(const QString &file);
};

QStringList TestHouse::sourcesIn(const QString &folder)
{
    QStringList files;
    QDirIterator it(root().filePath(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(root().relativeFilePath(it.next()));
    return files;
}

QString TestHouse::textOf(const QString &file)
{
    QFile source(root().filePath(file));
    return source.open(QIODevice::ReadOnly) ? QString::fromUtf8(source.readAll()) : QString();
}

QStringList TestHouse::includesOf(const QString &file)
{
    static const QRegularExpression pattern(QStringLiteral("^#include \"([^\"]+)\""),
                                            QRegularExpression::MultilineOption);
    QStringList names;
    QRegularExpressionMatchIterator it = pattern.globalMatch(textOf(file));
    while (it.hasNext())
        names.append(it.next().captured(1));
    return names;
}

void TestHouse::topLevelHoldsWhatItShould()
{
    const QSet<QString> known {QStringLiteral(".ci"),
                               QStringLiteral(".clang-format"),
                               QStringLiteral(".clang-tidy"),
                               QStringLiteral(".editorconfig"),
                               QStringLiteral(".gitignore"),
                               QStringLiteral("CHANGELOG.md"),
                               QStringLiteral("CMakeLists.txt"),
                               QStringLiteral("CMakePresets.json"),
                               QStringLiteral("CONTRIBUTING.md"),
                               QStringLiteral("LICENSE"),
                               QStringLiteral("README.md"),
                               QStringLiteral("SECURITY.md"),
                               QStringLiteral("app"),
                               QStringLiteral("dev"),
                               QStringLiteral("models"),
                               QStringLiteral("resources"),
                               QStringLiteral("server"),
                               QStringLiteral("tests"),
                               QStringLiteral("translations"),
                               QStringLiteral("ui")};
    const QSet<QString> left {QStringLiteral(".git"), QStringLiteral(".cache"), QStringLiteral("build"),
                              QStringLiteral("compile_commands.json"), QStringLiteral("CMakeUserPresets.json")};
    QSet<QString> found;
    for (const QString &name : root().entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (!left.contains(name) && !name.startsWith(QStringLiteral("build-")))
            found.insert(name);
    }
    QCOMPARE(found, known);
}

void TestHouse::includesPointDownwards()
{
    const QMap<QString, QStringList> allowed {
        {QStringLiteral("models"), {QStringLiteral("models")}},
        {QStringLiteral("server"), {QStringLiteral("server"), QStringLiteral("models")}},
        {QStringLiteral("ui"), {QStringLiteral("ui"), QStringLiteral("server"), QStringLiteral("models")}},
        {QStringLiteral("app"),
         {QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("server"), QStringLiteral("models")}}};
    for (auto folder = allowed.begin(); folder != allowed.end(); ++folder) {
        const QStringList files = sourcesIn(folder.key());
        QVERIFY(!files.isEmpty());
        for (const QString &file : files) {
            for (const QString &include : includesOf(file)) {
                if (include.endsWith(QStringLiteral(".moc")))
                    continue;
                QVERIFY2(folder->contains(include.section(u'/', 0, 0)),
                         qPrintable(file + QStringLiteral(" includes ") + include));
            }
        }
    }
}

void TestHouse::uiSeesOfTheServerOnlyItsController()
{
    const QStringList visible {QStringLiteral("server/servercontroller.h"), QStringLiteral("server/serveroutput.h"),
                               QStringLiteral("server/serversettings.h")};
    for (const QString &file : sourcesIn(QStringLiteral("ui"))) {
        for (const QString &include : includesOf(file)) {
            QVERIFY2(!include.startsWith(QStringLiteral("server/")) || visible.contains(include),
                     qPrintable(file + QStringLiteral(" includes ") + include));
        }
    }
}

void TestHouse::serverLeavesTheItemModelsAlone()
{
    for (const QString &file : sourcesIn(QStringLiteral("server"))) {
        for (const QString &include : includesOf(file))
            QVERIFY2(!include.startsWith(QStringLiteral("models/tables/")), qPrintable(file));
    }
}

void TestHouse::modelsNeedNoGui()
{
    static const QRegularExpression gui(QStringLiteral(
        "#include <(QtGui|QtWidgets|QWidget|QColor|QIcon|QBrush|QFont|QPalette|QGuiApplication|QApplication)"));
    for (const QString &file : sourcesIn(QStringLiteral("models")) + sourcesIn(QStringLiteral("server")))
        QVERIFY2(!textOf(file).contains(gui), qPrintable(file));
}

void TestHouse::onlyTheHostNamesQtHttpServer()
{
    static const QRegularExpression name(QStringLiteral("QHttpServer|QAbstractHttpServer|QtHttpServer"));
    static const QRegularExpression code(
        QStringLiteral("^(?!\\s*//).*(?:QHttpServer|QAbstractHttpServer|QtHttpServer)"),
        QRegularExpression::MultilineOption);
    int inside = 0;
    for (const QString &folder :
         {QStringLiteral("app"), QStringLiteral("models"), QStringLiteral("server"), QStringLiteral("ui")}) {
        for (const QString &file : sourcesIn(folder)) {
            if (file.startsWith(QStringLiteral("server/http/")))
                inside += textOf(file).contains(name);
            else
                QVERIFY2(!textOf(file).contains(code), qPrintable(file));
        }
    }
    QVERIFY(inside > 0);
}

void TestHouse::onlyOneHeaderAsksForTheQtVersion()
{
    static const QRegularExpression version(QStringLiteral("QT_VERSION(?:_CHECK)?\\b"));
    QStringList asking;
    for (const QString &folder :
         {QStringLiteral("app"), QStringLiteral("models"), QStringLiteral("server"), QStringLiteral("ui")}) {
        for (const QString &file : sourcesIn(folder)) {
            if (textOf(file).contains(version))
                asking.append(file);
        }
    }
    QCOMPARE(asking, QStringList {QStringLiteral("server/http/qtcompat.h")});
}

void TestHouse::everySourceIsListed()
{
    for (const QString &folder : {QStringLiteral("app"), QStringLiteral("models"), QStringLiteral("server"),
                                  QStringLiteral("ui"), QStringLiteral("tests")}) {
        for (const QString &file : sourcesIn(folder)) {
            const QFileInfo info(file);
            QString lists;
            for (QString path = info.path(); path != QStringLiteral("."); path = QFileInfo(path).path())
                lists += textOf(path + QStringLiteral("/CMakeLists.txt"));
            // Tests may be listed without their prefix.
            QString name = info.completeBaseName();
            if (name.startsWith(QStringLiteral("tst_")))
                name = name.mid(4);
            if (file.endsWith(QStringLiteral(".cpp")))
                QVERIFY2(lists.contains(name), qPrintable(file));
        }
    }
}

void TestHouse::ownHeaderComesFirst()
{
    for (const QString &folder :
         {QStringLiteral("app"), QStringLiteral("models"), QStringLiteral("server"), QStringLiteral("ui")}) {
        for (const QString &file : sourcesIn(folder)) {
            const QString own = file.chopped(file.size() - file.lastIndexOf(u'.')) + QStringLiteral(".h");
            if (file.endsWith(QStringLiteral(".cpp")) && root().exists(own))
                QVERIFY2(includesOf(file).value(0) == own, qPrintable(file));
        }
    }
}

QTEST_GUILESS_MAIN(TestHouse)
#include "tst_house.moc"
