#include "httpfixture.h"

#include <QTest>

#include <sys/resource.h>

namespace Gatehouse {

namespace {

constexpr int Patience = 30000; ///< milliseconds; a busy machine is no failure

} // namespace

void ScriptedHandler::serve(Request request, Reply reply)
{
    ++served;
    script(std::move(request), std::move(reply));
}

void ScriptedHandler::echo(Request request, Reply reply)
{
    Response response;
    response.headers = {{"Content-Type", "text/plain"}};
    response.body = methodName(request.method) + ' ' + request.path + '?' + request.query + ' ' + request.body;
    reply.send(response);
}

RawClient::RawClient(quint16 port, const QHostAddress &source)
{
    m_socket.bind(source);
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    (void)QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, Patience);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::sendSlowly(const QByteArray &bytes, qsizetype piece)
{
    for (qsizetype sent = 0; sent < bytes.size(); sent += piece) {
        send(bytes.sliced(sent, qMin(piece, bytes.size() - sent)));
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
    }
}

std::optional<Answer> RawClient::answer(bool withBody)
{
    std::optional<Answer> result;
    (void)QTest::qWaitFor(
        [&] { return (result = parse(withBody)) || m_socket.state() != QAbstractSocket::ConnectedState; }, Patience);
    return result ? result : parse(withBody);
}

std::optional<Answer> RawClient::parse(bool withBody)
{
    m_unread += m_socket.readAll();
    const qsizetype end = m_unread.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    const QList<QByteArray> lines = m_unread.first(end).replace("\r\n", "\n").split('\n');
    Answer answer;
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(": ");
        answer.headers.emplace_back(line.first(colon), line.sliced(colon + 2));
    }
    const qsizetype size = withBody ? answer.header("Content-Length").toLongLong() : 0;
    if (m_unread.size() < end + 4 + size)
        return std::nullopt;
    answer.body = m_unread.sliced(end + 4, size);
    m_unread.remove(0, end + 4 + size);
    return answer;
}

bool RawClient::isClosedByServer()
{
    return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, Patience);
}

bool RawClient::isLeftWaiting(int milliseconds)
{
    const bool spoke = QTest::qWaitFor(
        [this] { return m_socket.bytesAvailable() > 0 || m_socket.state() != QAbstractSocket::ConnectedState; },
        milliseconds);
    return !spoke && m_unread.isEmpty();
}

void allowManyFiles()
{
    rlimit files {};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = qMin<rlim_t>(files.rlim_max, 8192);
    ::setrlimit(RLIMIT_NOFILE, &files);
}

} // namespace Gatehouse
