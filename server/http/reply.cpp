#include "server/http/reply.h"

#include <utility>

namespace Gatehouse {

Reply::Reply(ReplyTarget &target)
    : m_target(&target)
{ }

Reply::Reply(Reply &&other) noexcept
    : m_target(std::exchange(other.m_target, nullptr))
{ }

Reply &Reply::operator=(Reply &&other) noexcept
{
    if (this != &other) {
        drop();
        m_target = std::exchange(other.m_target, nullptr);
    }
    return *this;
}

Reply::~Reply()
{
    drop();
}

void Reply::send(const Response &response)
{
    if (const QPointer<ReplyTarget> target = std::exchange(m_target, nullptr))
        target->answer(response);
}

void Reply::drop()
{
    if (!m_target)
        return;
    Response response;
    response.status = 500;
    response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
    response.body = "The server could not answer this request.\n";
    send(response);
}

} // namespace Gatehouse
