#pragma once

#include "server/http/httplimits.h"
#include "server/message/request.h"

#include <optional>

namespace Gatehouse {

/// Why a request is refused before anything else sees it.
struct HttpFault
{
    int status = 400;
    const char *text = ""; ///< one sentence, sent to the client

    friend bool operator==(const HttpFault &left, const HttpFault &right) { return left.status == right.status; }
};

/// The head of a request as it was sent, checked and taken apart.
struct RequestHead
{
    Method method = Method::Get;
    QByteArray path; ///< percent-encoded, without the query; "*" of OPTIONS
    QByteArray query;
    Headers headers;
    qint64 contentLength = 0;
    bool oldVersion = false; ///< HTTP/1.0
    bool keepAlive = true;
    bool expectsContinue = false;
};

/// How much of the input is the head.
struct HeadScan
{
    qsizetype size = 0; ///< with the empty line at its end; 0: it is not all there
    std::optional<HttpFault> fault;
};

/// Looks for the end of the head. A bare line feed, which others may take for the end of a line, is refused.
HeadScan scanHead(QByteArrayView input, const HttpLimits &limits);

/// Checks the request line of a head that is not all there, once the line is.
std::optional<HttpFault> checkRequestLine(QByteArrayView bytes, const HttpLimits &limits);

/// Takes a complete head apart, as strict as RFC 9112 allows: what two parsers could read in two ways is refused.
std::optional<HttpFault> parseHead(QByteArrayView head, const HttpLimits &limits, RequestHead &result);

} // namespace Gatehouse
