#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>

#include <vector>

namespace Gatehouse {

/// What came of one shot.
struct Impact
{
    QByteArray received; ///< all that the server sent before the connection ended
    bool isStuck = false; ///< the server neither answered nor closed in time

    /// The status of the first answer; 0: there was none.
    int status() const { return received.startsWith("HTTP/1.1 ") ? received.mid(9, 3).toInt() : 0; }
};

/// Sends each of many byte strings over a connection of its own, many at a time, and tells what came of them. Blocks;
/// for a server on the loopback address, in another thread.
class Barrage
{
public:
    static constexpr int MostPatience = 5000; ///< milliseconds for an answer that is due, or for a close

    /// `lanes`: connections at a time.
    Barrage(quint16 port, int lanes);
    ~Barrage();
    Barrage(const Barrage &) = delete;
    Barrage &operator=(const Barrage &) = delete;

    QList<Impact> fire(const QList<QByteArray> &shots);

private:
    struct Lane
    {
        int descriptor = -1;
        qsizetype shot = -1;
        qsizetype sent = 0;
        qint64 quietSince = 0;
        bool isDone = false; ///< we shall send nothing more
    };

    bool load(Lane &lane);
    void advance(Lane &lane, short events);
    bool sendMore(Lane &lane);
    bool receive(Lane &lane);
    void checkTime(Lane &lane);
    void unload(Lane &lane);

    quint16 m_port;
    QElapsedTimer m_clock;
    std::vector<Lane> m_lanes;
    QList<QByteArray> m_shots;
    QList<Impact> m_impacts;
    qsizetype m_next = 0;
};

} // namespace Gatehouse
