#include "server/revocation/revocationparameters.h"

#include "server/checks/requestshape.h"
#include "server/endpoints/context.h"

namespace Gatehouse {

namespace {

/// Values in addresses end up in logs.
bool hasSecretInAddress(const Request &request)
{
    Parameters query;
    parseForm(request.query, query);
    for (const QStringView name : {u"token", u"client_id", u"client_secret", u"chaining_level", u"super_client_id",
                                   u"super_client_secret", u"password"}) {
        if (query.has(name))
            return true;
    }
    return false;
}

QString withoutEdges(const QString &value)
{
    const auto isEdge = [](QChar c) { return c == u' ' || c == u'\t' || c == u'\r' || c == u'\n'; };
    qsizetype begin = 0;
    qsizetype end = value.size();
    while (begin < end && isEdge(value.at(begin)))
        ++begin;
    while (end > begin && isEdge(value.at(end - 1)))
        --end;
    return value.mid(begin, end - begin);
}

} // namespace

bool hasFormBody(const Request &request)
{
    const QByteArray type = request.header("Content-Type").split(';').constFirst().trimmed().toLower();
    return type == "application/x-www-form-urlencoded" || type == "multipart/form-data";
}

Outcome<Parameters> readFormParameters(Context &context)
{
    if (!context.check("no secrets in the address", "RFC 6749 2.3.1", !hasSecretInAddress(context.request)))
        return OAuthError {"invalid_request",
                           QStringLiteral("Send credentials, tokens and levels in the body, not in the address."),
                           {}};
    Request bodyOnly = context.request;
    bodyOnly.query.clear();
    const Parameters sent = parametersOf(bodyOnly);
    if (!context.check("well-formed", "RFC 6749 3.2", !sent.isMalformed(), {}, sent.malformed()))
        return OAuthError {"invalid_request", QStringLiteral("The request's parameters cannot be read."), {}};
    const QStringList repeated = sent.repeated();
    if (!context.check("no repeated parameters", "RFC 6749 3.2", repeated.isEmpty(), {}, repeated.join(u' ')))
        return OAuthError {"invalid_request", QStringLiteral("A parameter is repeated."), {}};
    return trimmed(sent);
}

Parameters trimmed(const Parameters &parameters)
{
    Parameters clean;
    for (const auto &[name, value] : parameters.all()) {
        const QString inner = withoutEdges(value);
        if (!inner.isEmpty())
            clean.add(name, inner);
    }
    return clean;
}

} // namespace Gatehouse
