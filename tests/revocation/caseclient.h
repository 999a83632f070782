#pragma once

#include "server/message/response.h"

#include <QJsonObject>
#include <QList>

namespace Gatehouse {

class CaseWorld;

/// Sends the requests of cases as bytes over sockets of their own.
class CaseClient
{
public:
    explicit CaseClient(CaseWorld &world)
        : m_world(world)
    { }

    Response send(const QJsonObject &request);
    /// All at once; the answers in the order of the requests.
    QList<Response> sendTogether(const QList<QJsonObject> &requests);

private:
    QByteArray bytesOf(const QJsonObject &request);

    CaseWorld &m_world;
};

} // namespace Gatehouse
