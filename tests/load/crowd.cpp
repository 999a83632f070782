#include "tests/load/crowd.h"

namespace Gatehouse {

Crowd::Crowd(quint16 port, int size)
    : m_gate(size + 1)
    , m_answers(std::size_t(size))
{
    for (Response &answer : m_answers)
        m_threads.emplace_back([this, port, &answer] { work(port, answer); });
}

Crowd::~Crowd()
{
    m_isOver = true;
    m_gate.arrive_and_wait();
    for (std::thread &thread : m_threads)
        thread.join();
}

std::vector<Response> Crowd::post(const QByteArray &path, const SocketClient::Fields &fields)
{
    m_path = path;
    m_fields = fields;
    m_gate.arrive_and_wait();
    m_gate.arrive_and_wait();
    return m_answers;
}

void Crowd::work(quint16 port, Response &answer)
{
    SocketClient client(port);
    client.get("/.well-known/oauth-authorization-server"); // connected before the start
    for (;;) {
        m_gate.arrive_and_wait();
        if (m_isOver)
            return;
        answer = client.post(m_path, m_fields);
        m_gate.arrive_and_wait();
    }
}

} // namespace Gatehouse
