#pragma once

#include "models/records/types.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QString>

namespace Gatehouse {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// The first value of a header, compared caselessly; empty when it is not there.
QByteArray headerValue(const Headers &headers, QByteArrayView name);
bool hasHeader(const Headers &headers, QByteArrayView name);
/// The wire's word, "GET"; empty for Method::Other.
QByteArray methodName(Method method);

/// A slow check of a password or chosen secret (Argon2id), asked for by a Response and done in a pool.
struct SlowCheck
{
    QString digest;
    QString password;

    friend bool operator==(const SlowCheck &, const SlowCheck &) = default;
};

/// A slow check with its answer.
struct Verdict
{
    SlowCheck check;
    bool matches = false;
};

/// One HTTP request, free of any transport. The host has validated the framing; nothing else is trusted.
struct Request
{
    Method method = Method::Get;
    QByteArray path; ///< as sent, percent-encoded, without the query
    QByteArray query; ///< as sent, without the question mark
    Headers headers;
    QByteArray body;
    QHostAddress peer;
    bool secure = false; ///< arrived over TLS
    QList<Verdict> verdicts; ///< answers to the slow checks that earlier runs of this request asked for

    QByteArray header(QByteArrayView name) const { return headerValue(headers, name); }
};

} // namespace Gatehouse
