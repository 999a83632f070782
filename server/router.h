#pragma once

#include "server/message/request.h"

#include <QByteArray>
#include <QHash>

#include <initializer_list>

namespace Gatehouse {

class Endpoint;

/// Finds the endpoint of a path by one hash look-up.
class Router
{
public:
    struct Route
    {
        Endpoint *endpoint = nullptr;
        QList<Method> methods; ///< HEAD comes with GET
        QByteArray pattern;

        bool serves(Method method) const;
        /// The value of an Allow header (RFC 9110 section 10.2.1).
        QByteArray allow() const;
        /// The path as records show it: what a `*` stands for may be a code, unless it is a row's number.
        QByteArray shownPath(const QByteArray &path) const;
    };

    /// `path` is exact, or has "*" for any one segment: as its last, or its last but one.
    void add(const QByteArray &path, std::initializer_list<Method> methods, Endpoint &endpoint);

    /// The route of a path; nullptr when there is none. A slash at the end is forgiven; with `formats` so is a suffix
    /// like ".json", which Doorkeeper's routes take.
    const Route *find(const QByteArray &path, bool formats) const;

private:
    const Route *findPlain(const QByteArray &path) const;

    QHash<QByteArray, Route> m_routes;
    QHash<QByteArray, Route> m_parents; ///< by the path before "/*"
};

} // namespace Gatehouse
