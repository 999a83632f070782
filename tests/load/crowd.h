#pragma once

#include "tests/flows/socketclient.h"

#include <barrier>
#include <thread>
#include <vector>

namespace Gatehouse {

/// Clients with a thread and a kept connection each, that all send the same request in the same moment.
class Crowd
{
public:
    Crowd(quint16 port, int size);
    ~Crowd();
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;

    /// Blocks until the last answer is there.
    std::vector<Response> post(const QByteArray &path, const SocketClient::Fields &fields);

private:
    void work(quint16 port, Response &answer);

    std::barrier<> m_gate;
    bool m_isOver = false; ///< this and what follows changes only while all wait at the gate
    QByteArray m_path;
    SocketClient::Fields m_fields;
    std::vector<Response> m_answers;
    std::vector<std::thread> m_threads;
};

} // namespace Gatehouse
