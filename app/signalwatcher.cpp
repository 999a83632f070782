#include "app/signalwatcher.h"

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace Gatehouse {

namespace {

int pipeEnds[2] = {-1, -1};

extern "C" void writeToPipe(int)
{
    const int savedError = errno;
    const char byte = 1;
    // A full pipe already says what is to be said.
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
    errno = savedError;
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    if (pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::drain);
    handle(SIGINT, writeToPipe);
    handle(SIGTERM, writeToPipe);
}

SignalWatcher::~SignalWatcher()
{
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

void SignalWatcher::drain()
{
    char bytes[16];
    while (read(pipeEnds[0], bytes, sizeof bytes) > 0) { }
    Q_EMIT terminationRequested();
}

} // namespace Gatehouse
