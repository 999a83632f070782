#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

/// One run of the built program, with a home folder of its own, no display, terminal or session bus and nothing of the caller's environment that
/// could matter. Killed when it goes out of scope.
class ProgramRun
{
public:
    /// `home` is where it keeps its data unless it is told otherwise.
    explicit ProgramRun(const QTemporaryDir &home);
    ~ProgramRun();

    /// Variables such as QT_QPA_PLATFORM=offscreen; before start().
    void setEnvironment(const QString &name, const QString &value);
    void start(const QStringList &arguments);
    /// Starts `serve` on a free port and answers that port once it says that it listens; 0 when it does not.
    quint16 serve(const QStringList &arguments);
    qint64 processId() const { return m_process->processId(); }
    /// Waits for the end and answers the exit code; -1 when it crashed or does not end.
    int exitCode();
    /// Asks it to end with a signal such as SIGTERM.
    void signal(int number);
    /// Kills it as a power cut would.
    void kill();

    /// What it wrote to the standard output, once it has ended.
    QString output() const { return m_output; }
    /// Waits until the standard error has `text`.
    bool waitForComplaint(const QString &text);
    QString complaints();

private:
    std::unique_ptr<QProcess> m_process;
    QProcessEnvironment m_environment;
    QString m_output;
    QString m_complaints;
};
