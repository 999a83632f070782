#include "server/requestrunner.h"

#include "models/secrets/passwordhash.h"
#include "models/store/writer.h"

#include <QJsonObject>

#include <memory>

namespace Gatehouse {

namespace {

Response failure(int status, const char *error, const char *description)
{
    return Response::json(status, {{"error", QLatin1String(error)}, {"error_description", QLatin1String(description)}});
}

/// RFC 6749 section 4.1.2.1 names the error.
Response unavailable(const char *description)
{
    Response response = failure(503, "temporarily_unavailable", description);
    response.setHeader("Retry-After", "1");
    return response;
}

/// In the shape of the endpoint that had answered, and for the same origins to read.
Response lost(const Response &answer)
{
    Response response = unavailable("The change could not be stored.");
    if (!answer.bodyWhenLost.isEmpty())
        response.body = answer.bodyWhenLost;
    for (const auto &[name, value] : answer.headers) {
        if (name == "Vary" || name.startsWith("Access-Control-"))
            response.setHeader(name, value);
    }
    return response;
}

} // namespace

RequestRunner::RequestRunner(Core core, Writer &writer, QObject *parent)
    : QObject(parent)
    , m_core(std::move(core))
    , m_writer(writer)
{
    m_pool.setMaxThreadCount(Threads);
}

RequestRunner::~RequestRunner()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void RequestRunner::serve(Request request, Reply reply)
{
    const Response response = m_core(request);
    if (!response.slowCheck)
        return settle(response, std::move(reply));
    if (request.verdicts.size() >= MostRounds)
        return reply.send(failure(500, "server_error", "The request needs too many checks."));
    postpone({std::move(request), std::move(reply)}, *response.slowCheck);
}

void RequestRunner::postpone(Task task, const SlowCheck &check)
{
    if (int(m_tasks.size()) >= MostChecks)
        return task.reply.send(unavailable("Too many passwords are being checked."));
    const quint64 id = ++m_lastTask;
    m_tasks.emplace(id, std::move(task));
    m_pool.start([this, id, check] {
        const bool matches = verifyPassword(check.digest, check.password);
        QMetaObject::invokeMethod(
            this, [this, id, check, matches] { resume(id, check, matches); }, Qt::QueuedConnection);
    });
}

void RequestRunner::resume(quint64 id, const SlowCheck &check, bool matches)
{
    const auto place = m_tasks.find(id);
    Task task = std::move(place->second);
    m_tasks.erase(place);
    task.request.verdicts.append({check, matches});
    serve(std::move(task.request), std::move(task.reply));
}

/// An answer may rest on what another request of the same turn has written, so it waits even if this one wrote nothing.
void RequestRunner::settle(const Response &response, Reply reply)
{
    if (!m_writer.isPending())
        return reply.send(response);
    auto waiting = std::make_shared<Reply>(std::move(reply));
    m_writer.whenSettled([response, waiting](bool durable) { waiting->send(durable ? response : lost(response)); });
}

} // namespace Gatehouse
