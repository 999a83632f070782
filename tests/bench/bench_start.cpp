#include "tests/app/httpclient.h"
#include "tests/app/programrun.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>

namespace {

constexpr int Rounds = 21;

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void print(const char *what, const QList<double> &values, const char *unit, double target)
{
    const auto [least, most] = std::minmax_element(values.cbegin(), values.cend());
    std::printf("%-46s %7.1f %-3s (%.1f to %.1f)", what, median(values), unit, *least, *most);
    if (target > 0)
        std::printf("  target %.0f  %s", target, median(values) <= target ? "ok" : "MISSED");
    std::printf("\n");
}

/// A line of /proc/PID/smaps_rollup in MB.
double memory(qint64 process, const QByteArray &figure)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no %s", qPrintable(file.fileName()));
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(figure + ":")))
            return line.mid(figure.size() + 1).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

} // namespace

/// How long `gatehouse serve` takes from its start to its first answer, and the memory it has when nobody asks it anything.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTemporaryDir home;
    const QStringList arguments {QStringLiteral("--database"), home.filePath(QStringLiteral("bench.db"))};
    QList<double> firstAnswer;
    QList<double> own;
    QList<double> share;
    for (int i = 0; i <= Rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        ProgramRun run(home);
        HttpClient client(run.serve(arguments));
        const int status = client.get("/.well-known/oauth-authorization-server").status;
        const double answered = double(timer.nsecsElapsed()) / 1e6;
        if (status != 200)
            qFatal("It answers with %d. %s", status, qPrintable(run.complaints()));
        if (i > 0) { // the first makes the database
            QThread::msleep(200);
            firstAnswer.append(answered);
            own.append(memory(run.processId(), "Private_Dirty") + memory(run.processId(), "Private_Clean"));
            share.append(memory(run.processId(), "Pss"));
        }
    }
    print("start of serve to its first answer", firstAnswer, "ms", 80);
    print("memory when idle, all its own", own, "MB", 25);
    print("  with its share of the libraries' (PSS)", share, "MB", 0);
    return 0;
}
