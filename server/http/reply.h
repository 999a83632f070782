#pragma once

#include "server/message/response.h"

#include <memory>

namespace Gatehouse {

/// The right to answer one request, once, from the host's thread. Moves; may outlive the connection, then the answer goes
/// nowhere. Dropped without an answer it sends 500.
class Reply
{
public:
    struct Private;
    explicit Reply(std::unique_ptr<Private> d);
    Reply(Reply &&other) noexcept;
    Reply &operator=(Reply &&other) noexcept;
    ~Reply();

    void send(const Response &response);

private:
    std::unique_ptr<Private> d;
};

} // namespace Gatehouse
