#include "tests/app/programrun.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <csignal>

#include <unistd.h>

namespace {

constexpr int Patience = 20000; // milliseconds

QProcessEnvironment cleanEnvironment(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR", "LANGUAGE"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("HOME"), home);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/data"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), home + QStringLiteral("/cache"));
    // Where no bus is, whatever the machine has.
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=%1/no-bus").arg(home));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

} // namespace

ProgramRun::ProgramRun(const QTemporaryDir &home)
    : m_process(std::make_unique<QProcess>())
    , m_environment(cleanEnvironment(home.path()))
{ }

ProgramRun::~ProgramRun()
{
    if (m_process->state() != QProcess::NotRunning)
        kill();
}

void ProgramRun::setEnvironment(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

void ProgramRun::start(const QStringList &arguments)
{
    m_process->setProcessEnvironment(m_environment);
    m_process->setChildProcessModifier([] { ::setsid(); }); // no terminal
    m_process->start(QStringLiteral(GATEHOUSE_PROGRAM), arguments);
    m_process->waitForStarted(Patience);
}

quint16 ProgramRun::serve(const QStringList &arguments)
{
    start(QStringList {QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")} + arguments);
    QDeadlineTimer deadline(Patience);
    while (!m_process->canReadLine() && !deadline.hasExpired() && m_process->state() == QProcess::Running)
        m_process->waitForReadyRead(int(deadline.remainingTime()));
    const QString line = QString::fromUtf8(m_process->readLine());
    m_output += line;
    static const QRegularExpression place(QStringLiteral("^Listening on https?://127\\.0\\.0\\.1:([0-9]+)\n$"));
    return place.match(line).captured(1).toUShort();
}

int ProgramRun::exitCode()
{
    if (m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(Patience))
        return -1;
    m_output += QString::fromUtf8(m_process->readAllStandardOutput());
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

void ProgramRun::signal(int number)
{
    ::kill(pid_t(processId()), number);
}

void ProgramRun::kill()
{
    m_process->kill();
    m_process->waitForFinished(Patience);
}

bool ProgramRun::waitForComplaint(const QString &text)
{
    QDeadlineTimer deadline(Patience);
    while (!complaints().contains(text) && !deadline.hasExpired())
        m_process->waitForReadyRead(100);
    return complaints().contains(text);
}

QString ProgramRun::complaints()
{
    m_complaints += QString::fromUtf8(m_process->readAllStandardError());
    return m_complaints;
}
