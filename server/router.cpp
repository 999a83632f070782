#include "server/router.h"

#include <algorithm>

namespace Gatehouse {

namespace {

/// "/a/b.json" without ".json"; a suffix is letters only.
QByteArray withoutFormat(const QByteArray &path)
{
    const qsizetype dot = path.lastIndexOf('.');
    if (dot <= path.lastIndexOf('/') + 1 || dot == path.size() - 1)
        return path;
    const bool isFormat = std::all_of(path.begin() + dot + 1, path.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return isFormat ? path.first(dot) : path;
}

bool isRowNumber(const QByteArray &segment)
{
    constexpr qsizetype MaxDigits = 12; // codes are longer
    return segment.size() <= MaxDigits
        && std::all_of(segment.begin(), segment.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

bool Router::Route::serves(Method method) const
{
    return methods.contains(method == Method::Head ? Method::Get : method);
}

QByteArray Router::Route::allow() const
{
    QByteArray names;
    for (const Method method : methods)
        names += methodName(method) + (method == Method::Get ? ", HEAD, " : ", ");
    return names + "OPTIONS";
}

QByteArray Router::Route::shownPath(const QByteArray &path) const
{
    const QList<QByteArray> sent = path.split('/');
    QList<QByteArray> shown = pattern.split('/');
    const qsizetype star = shown.indexOf("*");
    if (star >= 0 && isRowNumber(sent.value(star)))
        shown[star] = sent[star];
    return shown.join('/');
}

void Router::add(const QByteArray &path, std::initializer_list<Method> methods, Endpoint &endpoint)
{
    const Route route {&endpoint, methods, path};
    if (path.endsWith("/*"))
        m_parents.insert(path.chopped(2), route);
    else
        m_routes.insert(path, route);
}

const Router::Route *Router::find(const QByteArray &path, bool formats) const
{
    if (const Route *route = findPlain(path))
        return route;
    const QByteArray bare = path.size() > 1 && path.endsWith('/') ? path.chopped(1) : path;
    const Route *route = findPlain(bare);
    return route || !formats ? route : findPlain(withoutFormat(bare));
}

const Router::Route *Router::findPlain(const QByteArray &path) const
{
    const auto exact = m_routes.constFind(path);
    if (exact != m_routes.cend())
        return &*exact;
    const qsizetype slash = path.lastIndexOf('/');
    if (slash <= 0 || slash == path.size() - 1)
        return nullptr;
    const auto parent = m_parents.constFind(path.first(slash));
    if (parent != m_parents.cend())
        return &*parent;
    const qsizetype before = path.lastIndexOf('/', slash - 1);
    const auto around = m_routes.constFind(path.first(before + 1) + '*' + path.sliced(slash));
    return around == m_routes.cend() ? nullptr : &*around;
}

} // namespace Gatehouse
