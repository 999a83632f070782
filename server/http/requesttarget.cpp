#include "server/http/requesttarget.h"

#include "server/http/httpcharacters.h"

namespace Gatehouse {

namespace {

using Fault = std::optional<HttpFault>;

bool isVisible(QByteArrayView text)
{
    for (char c : text) {
        if (c <= 0x20 || c >= 0x7f || c == '#')
            return false;
    }
    return !text.isEmpty();
}

void split(QByteArrayView text, RequestTarget &result)
{
    const qsizetype mark = text.indexOf('?');
    result.path = (mark < 0 ? text : text.first(mark)).toByteArray();
    result.query = mark < 0 ? QByteArray() : text.sliced(mark + 1).toByteArray();
    if (result.path.isEmpty())
        result.path = "/";
}

qsizetype endOfAuthority(QByteArrayView text)
{
    qsizetype end = 0;
    while (end < text.size() && text[end] != '/' && text[end] != '?')
        ++end;
    return end;
}

Fault parseAbsoluteForm(QByteArrayView text, RequestTarget &result)
{
    for (QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (text.first(qMin(scheme.size(), text.size())).compare(scheme, Qt::CaseInsensitive) != 0)
            continue;
        const QByteArrayView rest = text.sliced(scheme.size());
        const qsizetype end = endOfAuthority(rest);
        if (!consistsOf(rest.first(end), HostCharacters))
            break;
        result.authority = rest.first(end).toByteArray();
        split(rest.sliced(end), result);
        return {};
    }
    return HttpFault {400, "The request's address does not begin with a slash."};
}

} // namespace

Fault parseTarget(QByteArrayView text, Method method, const HttpLimits &limits, RequestTarget &result)
{
    if (text.size() > limits.target)
        return HttpFault {414, "The request's address is too long."};
    if (!isVisible(text))
        return HttpFault {400, "The request's address holds characters that have to be percent-encoded."};
    if (text.front() != '/' && !(text == "*" && method == Method::Options))
        return parseAbsoluteForm(text, result);
    split(text, result);
    return {};
}

} // namespace Gatehouse
