#pragma once

#include "server/http/replytarget.h"
#include "server/message/response.h"

#include <QPointer>

namespace Gatehouse {

/// The right to answer one request, once, from the host's thread. Moves; may outlive the connection, then the answer goes
/// nowhere. Dropped without an answer it sends 500.
class Reply
{
public:
    explicit Reply(ReplyTarget &target);
    Reply(Reply &&other) noexcept;
    Reply &operator=(Reply &&other) noexcept;
    ~Reply();

    void send(const Response &response);

private:
    void drop();

    QPointer<ReplyTarget> m_target;
};

} // namespace Gatehouse
