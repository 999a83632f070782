#include "server/endpoints/representation.h"

#include "models/jsonwriter.h"
#include "server/endpoints/authorizationanswer.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"
#include "server/pages/errorpage.h"

#include <algorithm>

namespace Gatehouse {

namespace {

struct StatusWords
{
    int status;
    const char *phrase; ///< as Rails answers
    const char *code;
    const char *description;
};

constexpr StatusWords Words[] = {
    {400, "Bad Request", "invalid_request",
     "The request lacks a parameter, repeats one, or is malformed in another way."},
    {403, "Forbidden", "access_denied", "This takes an administrator, and a form of this server."},
    {404, "Not Found", "not_found", "There is nothing at this address."},
    {406, "Not Acceptable", "not_acceptable", "This address has a page and nothing else."},
    {422, "Unprocessable Entity", "invalid_request", "The request does not carry this browser's form token."},
};

const StatusWords &wordsFor(int status)
{
    const auto found = std::find_if(std::begin(Words), std::end(Words),
                                    [status](const StatusWords &each) { return each.status == status; });
    Q_ASSERT(found != std::end(Words));
    return *found;
}

/// The parts of "/oauth/applications/12/" between the slashes.
QList<QByteArray> segments(const Context &context)
{
    QList<QByteArray> parts = context.request.path.split('/');
    parts.removeAll(QByteArray());
    return parts;
}

QByteArray withoutFormat(const Context &context, const QByteArray &segment)
{
    const qsizetype dot = segment.indexOf('.');
    return dot > 0 && context.policy().formatSuffix ? segment.first(dot) : segment;
}

/// The weight of one media range (RFC 9110 section 12.4.2); a broken one weighs nothing.
double weightOf(const QByteArray &range)
{
    const qsizetype mark = range.indexOf("q=");
    return mark < 0 ? 1 : range.sliced(mark + 2).split(';').constFirst().trimmed().toDouble();
}

bool prefersJson(const QByteArray &accept)
{
    double page = 0;
    double json = 0;
    const QList<QByteArray> ranges = accept.toLower().split(',');
    for (const QByteArray &range : ranges) {
        const QByteArray type = range.split(';').constFirst().trimmed();
        if (type == "*/*" && ranges.size() > 1)
            return false;
        if (type == "application/json" || type == "application/*" || type == "text/x-json")
            json = std::max(json, weightOf(range));
        else if (type == "text/html" || type == "application/xhtml+xml" || type == "text/*" || type == "*/*")
            page = std::max(page, weightOf(range));
    }
    return json > page;
}

} // namespace

bool wantsJson(const Context &context)
{
    const QList<QByteArray> parts = segments(context);
    const QByteArray last = parts.isEmpty() ? QByteArray() : parts.constLast();
    const qsizetype dot = last.indexOf('.');
    if (dot > 0 && context.policy().formatSuffix)
        return last.sliced(dot + 1) == "json";
    return prefersJson(context.request.header("Accept"));
}

Id idInPath(const Context &context)
{
    const QByteArray name = withoutFormat(context, segments(context).value(2));
    const bool isNumber = std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? name.toLongLong() : 0;
}

Response refuseWith(Context &context, PageRenderer &renderer, ErrorPage page, int status)
{
    if (status != 0)
        page.status = status;
    context.noteError({wordsFor(page.status).code});
    return wantsJson(context) ? statusJson(context.policy(), page.status) : page.render(renderer, context.language());
}

Response statusJson(const Policy &policy, int status)
{
    const StatusWords &words = wordsFor(status);
    JsonWriter body;
    if (policy.wording == Policy::Wording::Doorkeeper)
        body.add("status", qint64(status)).add("error", QString::fromLatin1(words.phrase));
    else
        body.add("error", QString::fromLatin1(words.code))
            .add("error_description", QString::fromLatin1(words.description));
    return Response::json(status, std::move(body));
}

Response refuseForeignForm(Context &context, PageRenderer &renderer)
{
    return refuseWith(context, renderer, ErrorPage::foreignForm(), speaksDoorkeeper(context) ? 422 : 403);
}

Response refuseFault(Context &context, PageRenderer &renderer, const OAuthError &fault)
{
    return wantsJson(context) ? errorResponse(context, fault) : refuse(context, renderer, fault);
}

} // namespace Gatehouse
