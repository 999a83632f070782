#pragma once

#include <QByteArray>
#include <QElapsedTimer>

#include <atomic>
#include <thread>
#include <vector>

namespace Gatehouse {

/// Many clients that waste a server's time, in a thread of their own, from 127.0.0.2 and the addresses after it: some say
/// nothing, some begin a request and stop, some send a byte of a head or of a body now and then. Whoever is thrown out
/// comes back, until relent().
class SlowCrowd
{
public:
    enum class Manner { Idle, HalfOpen, SlowHead, SlowBody };

    /// `size` of each manner, spread over `addresses`.
    SlowCrowd(quint16 port, int idle, int halfOpen, int slow, int addresses);
    ~SlowCrowd();
    SlowCrowd(const SlowCrowd &) = delete;
    SlowCrowd &operator=(const SlowCrowd &) = delete;

    /// Nobody comes back from now on.
    void relent() { m_relents = true; }
    /// Connections that are open now.
    int size() const { return m_open; }
    /// How often the server has closed one.
    int thrownOut() const { return m_thrownOut; }
    /// The longest that one has stayed connected, in milliseconds.
    qint64 longestStay() const { return m_longestStay; }

private:
    struct Client
    {
        Manner manner;
        int address; ///< 127.0.0.address
        int descriptor = -1;
        qint64 since = 0;
        qint64 spokenAt = 0;
    };

    void run();
    void open(Client &client);
    void attend(Client &client);

    quint16 m_port;
    QElapsedTimer m_clock;
    std::vector<Client> m_clients;
    std::atomic<bool> m_relents = false;
    std::atomic<bool> m_isOver = false;
    std::atomic<int> m_open = 0;
    std::atomic<int> m_thrownOut = 0;
    std::atomic<qint64> m_longestStay = 0;
    std::thread m_thread;
};

} // namespace Gatehouse
