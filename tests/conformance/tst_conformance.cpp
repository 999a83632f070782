#include "labserver.h"
#include "scenario.h"

#include <QTest>

using namespace Gatehouse;

/// Every scenario of data/ against the program's server: what a real Doorkeeper answered, this one answers.
class ConformanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsRecorded_data();
    void answersAsRecorded();

private:
    static bool isUnbuilt(const QString &name);

    LabWorlds m_worlds;
};

/// Scenarios of routes that are being built: delete this list when they are.
bool ConformanceTest::isUnbuilt(const QString &name)
{
    static const QStringList starts {QStringLiteral("applications_"),        QStringLiteral("authorized_applications_"),
                                     QStringLiteral("csrf_applications"),    QStringLiteral("api_applications"),
                                     QStringLiteral("classic_applications"), QStringLiteral("classic_authorized_"),
                                     QStringLiteral("routes_head"),          QStringLiteral("routes_trailing_slash"),
                                     QStringLiteral("wiki_clientless_not_"), QStringLiteral("wiki_whole_tour"),
                                     QStringLiteral("strict_configured_"),   QStringLiteral("hashed_secrets")};
    return std::any_of(starts.begin(), starts.end(), [&name](const QString &start) { return name.startsWith(start); });
}

void ConformanceTest::answersAsRecorded_data()
{
    QTest::addColumn<Scenario>("scenario");
    const QList<Scenario> all = Scenario::all();
    QCOMPARE(all.size(), 191);
    for (const Scenario &scenario : all)
        QTest::newRow(qPrintable(scenario.name)) << scenario;
}

/// An advisory scenario differs, on purpose (README.md); like all others it never breaks the server.
void ConformanceTest::answersAsRecorded()
{
    QFETCH(Scenario, scenario);
    if (isUnbuilt(scenario.name))
        QSKIP("its routes are being built");
    LabServer server(scenario.profile, m_worlds);
    ScenarioRun run(scenario, server);
    const QStringList found = run.play();
    QVERIFY2(run.breakdowns().isEmpty(), qPrintable(run.breakdowns().join(u'\n')));
    if (!scenario.advisory)
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

QTEST_GUILESS_MAIN(ConformanceTest)
#include "tst_conformance.moc"
