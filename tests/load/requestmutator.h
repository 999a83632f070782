#pragma once

#include "tests/support/mutator.h"

#include <QList>
#include <QPair>

namespace Gatehouse {

/// A good request, as a text of its own file: data/requests.http.
struct RequestSample
{
    QByteArray name;
    QByteArray method;
    QByteArray target;
    QList<QPair<QByteArray, QByteArray>> headers; ///< without Host and Content-Length
    QByteArray body;

    /// The bytes on the wire; the connection ends with the answer.
    QByteArray bytes(const QByteArray &host) const;
};

/// The samples of a file in which each begins with a line "### NAME".
QList<RequestSample> readSamples(const QString &file);

/// Changes of a request that leave it a request of HTTP: other methods, paths, headers, fields and bodies.
class RequestMutator
{
public:
    explicit RequestMutator(Mutator &mutator)
        : m_mutator(mutator)
    { }

    RequestSample mutated(RequestSample sample);

private:
    void change(RequestSample &sample);
    void changeHeaders(RequestSample &sample);
    QByteArray changedPath(const QByteArray &path);
    QByteArray changedPairs(const QByteArray &pairs);
    QByteArray oddValue();

    Mutator &m_mutator;
};

} // namespace Gatehouse
