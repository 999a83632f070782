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
    LabWorlds m_worlds;
};

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
    LabServer server(scenario.profile, m_worlds);
    ScenarioRun run(scenario, server);
    const QStringList found = run.play();
    QVERIFY2(run.breakdowns().isEmpty(), qPrintable(run.breakdowns().join(u'\n')));
    if (!scenario.advisory)
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

QTEST_GUILESS_MAIN(ConformanceTest)
#include "tst_conformance.moc"
