#include "tests/load/slowcrowd.h"

#include <arpa/inet.h>
#include <chrono>
#include <sys/socket.h>
#include <unistd.h>

namespace Gatehouse {

namespace {

constexpr int Interval = 200; ///< milliseconds between two bytes of a slow one
constexpr int MostReturns = 50; ///< in one round of 20 ms: a flood is another test

QByteArray greeting(SlowCrowd::Manner manner)
{
    switch (manner) {
    case SlowCrowd::Manner::Idle:
        break;
    case SlowCrowd::Manner::HalfOpen:
    case SlowCrowd::Manner::SlowHead:
        return "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";
    case SlowCrowd::Manner::SlowBody:
        return "POST /oauth/token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 60000\r\n\r\n";
    }
    return {};
}

sockaddr_in loopback(int last, quint16 port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(0x7f000000u + quint32(last));
    return address;
}

} // namespace

SlowCrowd::SlowCrowd(quint16 port, int idle, int halfOpen, int slow, int addresses)
    : m_port(port)
{
    m_clock.start();
    const std::pair<Manner, int> numbers[]
        = {{Manner::Idle, idle}, {Manner::HalfOpen, halfOpen}, {Manner::SlowHead, slow}, {Manner::SlowBody, slow}};
    for (const auto &[manner, number] : numbers) {
        for (int i = 0; i < number; ++i)
            m_clients.push_back({manner, 2 + i % addresses});
    }
    m_thread = std::thread([this] { run(); });
}

SlowCrowd::~SlowCrowd()
{
    m_isOver = true;
    m_thread.join();
    for (const Client &client : m_clients) {
        if (client.descriptor >= 0)
            ::close(client.descriptor);
    }
}

void SlowCrowd::run()
{
    while (!m_isOver) {
        int returns = 0;
        for (Client &client : m_clients) {
            if (client.descriptor >= 0)
                attend(client);
            else if (!m_relents && returns++ < MostReturns)
                open(client);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

void SlowCrowd::open(Client &client)
{
    client.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in source = loopback(client.address, 0);
    const sockaddr_in server = loopback(1, m_port);
    ::bind(client.descriptor, reinterpret_cast<const sockaddr *>(&source), sizeof source);
    if (::connect(client.descriptor, reinterpret_cast<const sockaddr *>(&server), sizeof server) != 0) {
        ::close(client.descriptor);
        client.descriptor = -1;
        return;
    }
    const QByteArray words = greeting(client.manner);
    ::send(client.descriptor, words.constData(), std::size_t(words.size()), MSG_NOSIGNAL);
    client.since = client.spokenAt = m_clock.elapsed();
    ++m_open;
}

void SlowCrowd::attend(Client &client)
{
    const qint64 now = m_clock.elapsed();
    char buffer[1024];
    const ssize_t got = ::recv(client.descriptor, buffer, sizeof buffer, MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN)) {
        ::close(client.descriptor);
        client.descriptor = -1;
        --m_open;
        ++m_thrownOut;
        m_longestStay = qMax<qint64>(m_longestStay, now - client.since);
        return;
    }
    const bool isSlow = client.manner == Manner::SlowHead || client.manner == Manner::SlowBody;
    if (isSlow && now - client.spokenAt >= Interval) {
        ::send(client.descriptor, "x", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
        client.spokenAt = now;
    }
}

} // namespace Gatehouse
