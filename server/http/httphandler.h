#pragma once

#include "server/message/request.h"

namespace Gatehouse {

class Reply;

/// What the host hands every request to. Called in the host's thread.
class HttpHandler
{
public:
    virtual ~HttpHandler() = default;
    /// Answers with reply.send(), now or later: a reply that is kept holds back the connection's next request.
    virtual void serve(Request request, Reply reply) = 0;
};

} // namespace Gatehouse
