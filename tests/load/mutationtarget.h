#pragma once

#include "tests/flows/flowserver.h"
#include "tests/load/requestmutator.h"

#include <QHash>

namespace Gatehouse {

/// A server that offers all it has, and an administrator's session and living tokens for the samples to be sent with.
class MutationTarget
{
public:
    explicit MutationTarget(const QString &database);

    quint16 port() const { return m_server.port(); }
    QByteArray host() const { return "127.0.0.1:" + QByteArray::number(port()); }
    /// The sample with a code and tokens that nobody has used, in the place of $CODE and the like.
    RequestSample filledIn(RequestSample sample);

private:
    void signIn();
    QByteArray substituted(QByteArray text) const;

    FlowServer m_server;
    QHash<QByteArray, QByteArray> m_words;
};

} // namespace Gatehouse
