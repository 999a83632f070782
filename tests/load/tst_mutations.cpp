#include "tests/load/barrage.h"
#include "tests/load/memoryuse.h"
#include "tests/load/mutationtarget.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Gatehouse;

/// Requests with seeded random changes, on every address of the real server (security.md section 5, "hostile bytes cannot
/// hurt"). GATEHOUSE_SEED repeats a run, GATEHOUSE_MUTATIONS sets how many changes of each kind a sample gets.
class TestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void samplesAreUnderstood();
    void hurtNothing_data();
    void hurtNothing();
    void memoryStaysBounded();

private:
    static constexpr int MostGrowth = 64 * 1024; ///< KiB

    QList<QByteArray> mutations(const RequestSample &sample, bool wellFormed);

    quint32 m_seed = 6749;
    int m_mutations = SanitizesAddresses ? 100 : 1000;
    QTemporaryDir m_folder;
    std::unique_ptr<MutationTarget> m_target;
    QList<RequestSample> m_samples;
    qint64 m_memory = 0;
    qsizetype m_sent = 0;
};

/// RFC 9110 sections 15.6.2 and 15.6.6: what a server says to codings and versions of HTTP that it does not know.
static bool isServersFault(int status)
{
    return status >= 500 && status != 501 && status != 505;
}

void TestMutations::initTestCase()
{
    m_seed = qEnvironmentVariable("GATEHOUSE_SEED", QString::number(m_seed)).toUInt();
    m_mutations = qEnvironmentVariable("GATEHOUSE_MUTATIONS", QString::number(m_mutations)).toInt();
    m_samples = readSamples(QStringLiteral(GATEHOUSE_SAMPLES));
    m_target = std::make_unique<MutationTarget>(m_folder.filePath(QStringLiteral("gatehouse.db")));
    qInfo("GATEHOUSE_SEED=%u, %d changes of each kind for each of %d samples", m_seed, m_mutations,
          int(m_samples.size()));
}

/// The routes know what they are sent; else its changes would try little.
void TestMutations::samplesAreUnderstood()
{
    QByteArrayList odd;
    for (const RequestSample &sample : m_samples) {
        if (sample.name == "no such address" || sample.name.endsWith("end") || sample.name == "logout")
            continue;
        const RequestSample filled = m_target->filledIn(sample);
        const Impact impact = Barrage(m_target->port(), 1).fire({filled.bytes(m_target->host())}).constFirst();
        if (impact.status() < 200 || impact.status() >= 404)
            odd.append(sample.name + ": " + impact.received.first(qMin<qsizetype>(12, impact.received.size())));
    }
    QVERIFY2(odd.isEmpty(), odd.join('\n').constData());
    m_memory = memoryUse();
}

void TestMutations::hurtNothing_data()
{
    QTest::addColumn<int>("sample");
    QTest::addColumn<bool>("wellFormed");
    for (int i = 0; i < m_samples.size(); ++i) {
        QTest::addRow("%s, well-formed", m_samples[i].name.constData()) << i << true;
        QTest::addRow("%s, raw", m_samples[i].name.constData()) << i << false;
    }
}

QList<QByteArray> TestMutations::mutations(const RequestSample &sample, bool wellFormed)
{
    Mutator mutator(m_seed + 2u * qChecksum(sample.name) + wellFormed);
    RequestMutator requests(mutator);
    const RequestSample filled = m_target->filledIn(sample);
    const QByteArray host = m_target->host();
    QList<QByteArray> shots;
    for (int i = 0; i < m_mutations; ++i)
        shots.append(wellFormed ? requests.mutated(filled).bytes(host) : mutator.mutated(filled.bytes(host)));
    return shots;
}

void TestMutations::hurtNothing()
{
    QFETCH(int, sample);
    QFETCH(bool, wellFormed);
    const QList<QByteArray> shots = mutations(m_samples[sample], wellFormed);
    // Raw ones often leave the server waiting. Not too many: some cost a slow check of a password.
    const QList<Impact> impacts = Barrage(m_target->port(), wellFormed ? 8 : 24).fire(shots);
    m_sent += shots.size();
    QCoreApplication::processEvents(); // the controller hears of every exchange
    for (qsizetype i = 0; i < shots.size(); ++i) {
        const QByteArray told = "seed " + QByteArray::number(m_seed) + ", shot " + QByteArray::number(i) + "\n"
            + shots[i].toPercentEncoding(" /=&:?\r\n") + "\n" + impacts[i].received.left(400);
        QVERIFY2(!impacts[i].isStuck, told.constData());
        QVERIFY2(!isServersFault(impacts[i].status()), told.constData());
        QVERIFY2(!wellFormed || impacts[i].status() != 0, told.constData());
    }
}

void TestMutations::memoryStaysBounded()
{
    QTest::qWait(500);
    const qint64 growth = memoryUse() - m_memory;
    qInfo("%lld requests sent, memory grown by %lld KiB", qlonglong(m_sent), qlonglong(growth));
    if (!SanitizesAddresses)
        QVERIFY(growth <= MostGrowth);
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
