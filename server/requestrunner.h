#pragma once

#include "server/http/httphandler.h"
#include "server/http/reply.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <unordered_map>

namespace Gatehouse {

class Writer;

/// Takes requests from the host to the authorization server and the answers back: does slow checks in a pool between two
/// runs of a request, and lets no answer out before what it rests on is durable. All requests of one turn of the event
/// loop share one commit. Lives in the service thread.
class RequestRunner : public QObject, public HttpHandler
{
    Q_OBJECT

public:
    using Core = std::function<Response(const Request &)>;

    static constexpr int Threads = 2; ///< each takes about 20 MiB and 15 ms for a check
    static constexpr int MostChecks = Threads + 64; ///< under way and waiting; more are answered with 503
    static constexpr int MostRounds = 4; ///< slow checks that one request may ask for

    RequestRunner(Core core, Writer &writer, QObject *parent = nullptr);
    ~RequestRunner() override;

    void serve(Request request, Reply reply) override;

private:
    struct Task
    {
        Request request;
        Reply reply;
    };

    void postpone(Task task, const SlowCheck &check);
    void resume(quint64 id, const SlowCheck &check, bool matches);
    void settle(const Response &response, Reply reply);

    Core m_core;
    Writer &m_writer;
    QThreadPool m_pool;
    std::unordered_map<quint64, Task> m_tasks; ///< waiting for their slow check
    quint64 m_lastTask = 0;
};

} // namespace Gatehouse
