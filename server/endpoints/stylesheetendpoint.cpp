#include "server/endpoints/stylesheetendpoint.h"

#include "server/endpoints/context.h"
#include "server/pages/errorpage.h"
#include "server/pages/pagerenderer.h"

#include <QFile>

#include <algorithm>
#include <iterator>

namespace Gatehouse {

namespace {

/// The paths that exist. A request's path is looked up here and never turned into a file name.
struct Asset
{
    QByteArrayView path;
    QByteArrayView type;
    const char *resource;
};

constexpr Asset Assets[] = {
    {"/assets/gatehouse.css", "text/css; charset=utf-8", ":/web/gatehouse.css"},
    {"/assets/gatehouse.svg", "image/svg+xml", ":/web/gatehouse.svg"},
};

} // namespace

Response StylesheetEndpoint::handle(Context &context)
{
    const auto asset = std::find_if(std::begin(Assets), std::end(Assets),
                                    [&context](const Asset &each) { return each.path == context.request.path; });
    if (asset == std::end(Assets))
        return ErrorPage::notFound().render(m_renderer, context.language());
    QFile file(QString::fromLatin1(asset->resource));
    if (!file.open(QIODevice::ReadOnly))
        return ErrorPage::notFound().render(m_renderer, context.language());
    Response response;
    response.headers = {{QByteArrayLiteral("Content-Type"), asset->type.toByteArray()},
                        {QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("public, max-age=300")},
                        {QByteArrayLiteral("X-Content-Type-Options"), QByteArrayLiteral("nosniff")}};
    response.body = file.readAll();
    return response;
}

} // namespace Gatehouse
