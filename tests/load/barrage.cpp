#include "tests/load/barrage.h"

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Gatehouse {

namespace {

/// After so long without a word of a server that may be waiting for more we say that there is no more. Milliseconds.
constexpr int Silence = 60;

int openConnection(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const linger atOnce {1, 0}; // many thousand connections shall leave nothing behind
    ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    const int yes = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    return descriptor;
}

/// Whether these bytes oblige a server to say something: an outsider's view of where a request ends.
bool demandsAnswer(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\n\r\n");
    if (end < 0)
        return bytes.contains("\n\n");
    const QByteArray head = bytes.first(end).toLower();
    const qsizetype length = head.indexOf("\ncontent-length:");
    if (length < 0)
        return true;
    const qsizetype start = length + 16;
    const qsizetype lineEnd = head.indexOf('\r', start);
    bool isNumber = false;
    const qlonglong size = head.mid(start, lineEnd < 0 ? -1 : lineEnd - start).trimmed().toLongLong(&isNumber);
    return !isNumber || bytes.size() - end - 3 >= size;
}

} // namespace

Barrage::Barrage(quint16 port, int lanes)
    : m_port(port)
    , m_lanes(std::size_t(lanes))
{
    m_clock.start();
}

Barrage::~Barrage()
{
    for (Lane &lane : m_lanes)
        unload(lane);
}

QList<Impact> Barrage::fire(const QList<QByteArray> &shots)
{
    m_shots = shots;
    m_impacts = QList<Impact>(shots.size());
    m_next = 0;
    std::vector<pollfd> polled(m_lanes.size());
    for (;;) {
        bool isBusy = false;
        for (std::size_t i = 0; i < m_lanes.size(); ++i) {
            Lane &lane = m_lanes[i];
            isBusy |= lane.descriptor >= 0 || load(lane);
            const bool hasMore = lane.shot >= 0 && lane.sent < m_shots[lane.shot].size();
            polled[i] = {lane.descriptor, short(hasMore ? POLLIN | POLLOUT : POLLIN), 0};
        }
        if (!isBusy)
            return std::move(m_impacts);
        ::poll(polled.data(), polled.size(), Silence / 3);
        for (std::size_t i = 0; i < m_lanes.size(); ++i)
            advance(m_lanes[i], polled[i].revents);
    }
}

bool Barrage::load(Lane &lane)
{
    if (m_next >= m_shots.size())
        return false;
    lane = {openConnection(m_port), m_next++, 0, m_clock.elapsed(), false};
    return true;
}

void Barrage::advance(Lane &lane, short events)
{
    if (lane.descriptor < 0)
        return;
    const bool isOpen = (!(events & POLLOUT) || sendMore(lane)) && (!(events & ~POLLOUT) || receive(lane));
    if (isOpen)
        checkTime(lane);
    else
        unload(lane);
}

bool Barrage::sendMore(Lane &lane)
{
    const QByteArray &shot = m_shots[lane.shot];
    const ssize_t sent
        = ::send(lane.descriptor, shot.constData() + lane.sent, std::size_t(shot.size() - lane.sent), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN) { // closed while we spoke; there may be an answer
        lane.sent = shot.size();
        lane.isDone = true;
    } else if (sent > 0) {
        lane.sent += sent;
        lane.quietSince = m_clock.elapsed();
    }
    return true;
}

bool Barrage::receive(Lane &lane)
{
    char buffer[16384];
    const ssize_t got = ::recv(lane.descriptor, buffer, sizeof buffer, 0);
    if (got <= 0)
        return got < 0 && errno == EAGAIN;
    m_impacts[lane.shot].received.append(buffer, got);
    lane.quietSince = m_clock.elapsed();
    return true;
}

void Barrage::checkTime(Lane &lane)
{
    const qint64 quiet = m_clock.elapsed() - lane.quietSince;
    Impact &impact = m_impacts[lane.shot];
    if (quiet > MostPatience) {
        impact.isStuck = true;
        return unload(lane);
    }
    if (lane.isDone || quiet < Silence || (impact.received.isEmpty() && demandsAnswer(m_shots[lane.shot])))
        return;
    ::shutdown(lane.descriptor, SHUT_WR);
    lane.isDone = true;
    lane.quietSince = m_clock.elapsed();
}

void Barrage::unload(Lane &lane)
{
    if (lane.descriptor >= 0)
        ::close(lane.descriptor);
    lane = {};
}

} // namespace Gatehouse
