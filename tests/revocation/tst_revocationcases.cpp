#include "tests/revocation/casecheck.h"
#include "tests/revocation/caseclient.h"
#include "tests/revocation/caseworld.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Gatehouse;

namespace {

constexpr int RacesInARow = 50;

/// Other cases of the same format can be run: GATEHOUSE_CASES and GATEHOUSE_FIXTURES name their files.
QJsonDocument readFile(const char *variable, const char *name)
{
    const QString given = qEnvironmentVariable(variable);
    QFile file(given.isEmpty() ? QStringLiteral(REVOCATION_DATA "/") + QLatin1String(name) : given);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(file.fileName()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (document.isNull())
        qFatal("%s is no JSON.", qPrintable(file.fileName()));
    return document;
}

} // namespace

/// cases.json: requests over a socket and what must come of them.
class TestRevocationCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_fixture = readFile("GATEHOUSE_FIXTURES", "fixtures.json").object(); }
    void cases_data();
    void cases();

private:
    QStringList run(const QJsonObject &testCase) const;
    static QStringList runSequence(CaseWorld &world, const QJsonObject &testCase);
    static QStringList runParallel(CaseWorld &world, const QJsonObject &testCase);

    QJsonObject m_fixture;
};

void TestRevocationCases::cases_data()
{
    QTest::addColumn<QJsonObject>("testCase");
    const QJsonArray all = readFile("GATEHOUSE_CASES", "cases.json").array();
    QVERIFY(!all.isEmpty());
    for (const QJsonValue &each : all) {
        const QJsonObject testCase = each.toObject();
        QTest::newRow(qPrintable(testCase.value(QLatin1String("id")).toString() % u' '
                                 % testCase.value(QLatin1String("title")).toString()))
            << testCase;
    }
}

void TestRevocationCases::cases()
{
    QFETCH(QJsonObject, testCase);
    const bool isRace = testCase.value(QLatin1String("request")).toObject().contains(QLatin1String("parallel"));
    for (int round = 0; round < (isRace ? RacesInARow : 1); ++round) {
        const QStringList faults = run(testCase);
        if (!faults.isEmpty())
            QFAIL(qPrintable(faults.join(QStringLiteral("\n    "))));
    }
}

QStringList TestRevocationCases::run(const QJsonObject &testCase) const
{
    const QJsonObject setup = testCase.value(QLatin1String("setup")).toObject();
    const QJsonObject expected = testCase.value(QLatin1String("expected")).toObject();
    // A selector of all would end the administrator's own token, which is not part of the fixture.
    const bool selectsAll = QJsonDocument(testCase).toJson(QJsonDocument::Compact).contains("\"all\":true");
    const bool wantsToken = !selectsAll || QJsonDocument(testCase).toJson().contains("\"bearer\": \"${A1}\"");
    CaseWorld world(m_fixture, setup.value(QLatin1String("config")).toObject(), wantsToken);
    for (const QJsonValue &operation : setup.value(QLatin1String("before")).toArray())
        world.prepare(operation.toObject());
    const CaseWorld::Snapshot before = world.snapshot();
    const bool isRace = testCase.value(QLatin1String("request")).toObject().contains(QLatin1String("parallel"));
    QStringList faults = isRace ? runParallel(world, testCase) : runSequence(world, testCase);
    world.mend();
    return faults + faultsOfState(expected.value(QLatin1String("state")).toObject(), world, before);
}

QStringList TestRevocationCases::runSequence(CaseWorld &world, const QJsonObject &testCase)
{
    const QJsonObject request = testCase.value(QLatin1String("request")).toObject();
    const QJsonObject expected = testCase.value(QLatin1String("expected")).toObject();
    const QJsonArray steps = request.contains(QLatin1String("sequence"))
        ? request.value(QLatin1String("sequence")).toArray()
        : QJsonArray {request};
    const QJsonArray answers = expected.contains(QLatin1String("responses"))
        ? expected.value(QLatin1String("responses")).toArray()
        : QJsonArray {expected};
    QStringList faults;
    QHash<QString, Timestamp> ends;
    CaseClient client(world);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QJsonObject step = steps.at(i).toObject();
        if (step.value(QLatin1String("op")).toString() == u"reconsent") {
            world.reconsent(step.value(QLatin1String("consent")).toString());
            continue;
        }
        const Response response = client.send(step);
        const QList<QJsonObject> records = world.newAuditRecords();
        if (answers.at(i).isObject())
            faults += faultsOfAnswer(answers.at(i).toObject(), response, records);
        const QJsonObject saved = step.value(QLatin1String("save")).toObject();
        for (auto each = saved.begin(); each != saved.end(); ++each)
            world.save(each.key(),
                       QJsonDocument::fromJson(response.body).object().value(each.value().toString()).toString());
        for (const QJsonValue &symbol : expected.value(QLatin1String("first_revoked_at_kept")).toArray()) {
            const Timestamp end = world.revokedAt(symbol.toString());
            if (ends.value(symbol.toString(), end) != end)
                faults.append(symbol.toString() + QStringLiteral(": revoked_at was rewritten"));
            ends.insert(symbol.toString(), end);
        }
    }
    return faults;
}

QStringList TestRevocationCases::runParallel(CaseWorld &world, const QJsonObject &testCase)
{
    const QJsonObject expected = testCase.value(QLatin1String("expected")).toObject();
    QList<QJsonObject> requests;
    for (const QJsonValue &each :
         testCase.value(QLatin1String("request")).toObject().value(QLatin1String("parallel")).toArray())
        requests.append(each.toObject());
    const QList<Response> responses = CaseClient(world).sendTogether(requests);
    const QJsonArray answers = expected.value(QLatin1String("responses")).toArray();
    QStringList faults;
    for (qsizetype i = 0; i < responses.size(); ++i) {
        QJsonObject answer = answers.isEmpty() ? expected : answers.at(i).toObject();
        answer.remove(QLatin1String("audit"));
        faults += faultsOfAnswer(answer, responses.at(i), {});
    }
    if (expected.contains(QLatin1String("audit_multiset"))) {
        QStringList wanted = expected.value(QLatin1String("audit_multiset")).toVariant().toStringList();
        QStringList outcomes;
        for (const QJsonObject &record : world.newAuditRecords())
            outcomes.append(record.value(QLatin1String("outcome")).toString());
        std::sort(wanted.begin(), wanted.end());
        std::sort(outcomes.begin(), outcomes.end());
        if (outcomes != wanted)
            faults.append(QStringLiteral("audit: %1 instead of %2").arg(outcomes.join(u' '), wanted.join(u' ')));
    }
    return faults;
}

QTEST_GUILESS_MAIN(TestRevocationCases)
#include "tst_revocationcases.moc"
