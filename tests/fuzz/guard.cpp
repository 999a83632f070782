#include "server/http/requesthead.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/guardedserver.h"

#include <QCoreApplication>

using namespace Gatehouse;

namespace {

/// What a connection that begins with these bytes has to lead to, however they arrive.
struct Expectation
{
    QList<Request> requests; ///< that are handed on, in this order
    bool ends = false; ///< the server refuses what follows, or closes because it was asked to
    bool refuses = false;
    bool isWhole = true; ///< no request is under way at the end
};

Expectation expectationOf(QByteArrayView bytes, const HttpLimits &limits)
{
    Expectation expected;
    while (!bytes.isEmpty() && !expected.ends) {
        RequestHead head;
        const HeadScan scan = scanHead(bytes, limits);
        expected.refuses = scan.fault || (scan.size == 0 && checkRequestLine(bytes, limits))
            || (scan.size > 0 && parseHead(bytes.first(scan.size), limits, head));
        expected.ends = expected.refuses;
        expected.isWhole = !expected.refuses && scan.size > 0 && bytes.size() >= scan.size + head.contentLength;
        if (!expected.isWhole)
            return expected;
        Request request;
        request.method = head.method;
        request.path = head.path;
        request.query = head.query;
        request.headers = head.headers;
        request.body = bytes.sliced(scan.size, head.contentLength).toByteArray();
        expected.requests.append(request);
        expected.ends = !head.keepAlive;
        bytes = bytes.sliced(scan.size + head.contentLength);
    }
    return expected;
}

bool isSame(const Request &left, const Request &right)
{
    return left.method == right.method && left.path == right.path && left.query == right.query
        && left.headers == right.headers && left.body == right.body;
}

void checkAnswers(const Expectation &expected, const FuzzConnection &client)
{
    const QList<int> statuses = client.statuses(expected.requests);
    require(statuses.size() == expected.requests.size() + expected.refuses, "each request has one answer");
    for (qsizetype i = 0; i < expected.requests.size(); ++i)
        require(statuses[i] == 200, "what is handed on is answered by its handler");
    const bool isRefusal = !expected.refuses || (statuses.last() >= 400 && statuses.last() < 500)
        || statuses.last() == 501 || statuses.last() == 505;
    require(isRefusal, "a refusal blames the client");
}

} // namespace

/// The bytes of one connection, sent over a socket to the guard with QHttpServer behind it. The first byte says in which
/// pieces they arrive and whether the answers come late.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int argc = 1;
    static char name[] = "guard";
    static char *argv[] = {name, nullptr};
    static const bool isPlain = qputenv("QT_NO_GLIB", "1"); // its event loop is slower
    // Never taken down: at the program's end Qt's own statics may be gone before them.
    static const auto *const application = new QCoreApplication(argc, argv);
    static GuardedServer &server = *new GuardedServer;
    if (size == 0 || !isPlain || !application)
        return 0;
    QByteArray bytes = bytesOf(data + 1, size - 1);
    Expectation expected = expectationOf(bytes, server.limits());
    if (expected.isWhole && !expected.ends) { // what is left of the last request would spoil the next
        bytes += "GET /next HTTP/1.1\r\nHost: h\r\n\r\n";
        expected = expectationOf(bytes, server.limits());
    }
    server.begin((data[0] & 1) != 0);
    FuzzConnection client(server.port());
    client.send(bytes, qsizetype(1) << (data[0] >> 4), server);
    client.settle(server, expected.requests, expected.requests.size() + expected.refuses, expected.ends);
    require(server.served().size() == expected.requests.size(), "all whole requests are handed on, and nothing else");
    for (qsizetype i = 0; i < expected.requests.size(); ++i)
        require(isSame(server.served()[i], expected.requests[i]), "a request is handed on as it was sent");
    checkAnswers(expected, client);
    client.close();
    server.end();
    return 0;
}
