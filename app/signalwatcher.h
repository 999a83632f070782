#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Gatehouse {

/// Turns SIGINT and SIGTERM into a signal of Qt, by a pipe: a handler may do nothing else than write to it.
/// One at a time; the destructor gives the signals back.
class SignalWatcher : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    /// The program was asked to end.
    void terminationRequested();

private:
    void drain();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Gatehouse
