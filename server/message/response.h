#pragma once

#include "server/message/request.h"

#include <QJsonObject>

#include <optional>

namespace Gatehouse {

class JsonWriter;

/// One HTTP answer, free of any transport. The host adds Content-Length, Date and Connection.
struct Response
{
    int status = 200;
    Headers headers;
    QByteArray body;
    /// Set: this is no answer yet. Do the check, add its verdict to the request and handle the request again from the
    /// start. A handler asks before it has written anything.
    std::optional<SlowCheck> slowCheck;
    /// The body of the 503 that is sent instead when what the answer rests on could not be stored; empty: the common one.
    QByteArray bodyWhenLost = {};

    QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
    void setHeader(const QByteArray &name, const QByteArray &value);

    /// A JSON document that no cache keeps (RFC 6749 section 5.1).
    static Response json(int status, const QJsonObject &object);
    static Response json(int status, const QByteArray &text);
    static Response json(int status, JsonWriter &&object);
    static Response html(int status, const QByteArray &page);
    static Response redirect(const QByteArray &location); ///< 302, Cache-Control: no-store (RFC 9700 4.12 forbids 307)
    static Response waitingFor(const SlowCheck &check);
};

} // namespace Gatehouse
