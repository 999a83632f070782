#include "server/pages/pagerenderer.h"

#include "server/checks/redirecturi.h"

#include <QFile>

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <map>

namespace Gatehouse {

namespace {

namespace mustache = kainjow::mustache;

mustache::data toData(const QVariant &value);

mustache::data toData(const QVariantMap &values)
{
    mustache::data data {mustache::object {}};
    for (auto it = values.begin(); it != values.end(); ++it)
        data.set(it.key().toStdString(), toData(it.value()));
    return data;
}

mustache::data toData(const QVariantList &values)
{
    mustache::data data {mustache::data::type::list};
    for (const QVariant &value : values)
        data.push_back(toData(value));
    return data;
}

/// An empty text is false, so that a section shows only what is there.
mustache::data toData(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QVariantMap:
        return toData(value.toMap());
    case QMetaType::QVariantList:
        return toData(value.toList());
    case QMetaType::Bool:
        return {value.toBool() ? mustache::data::type::bool_true : mustache::data::type::bool_false};
    default:
        return value.toString().isEmpty() ? mustache::data {mustache::data::type::bool_false}
                                          : mustache::data {value.toString().toStdString()};
    }
}

/// `uri` as a source of the policy; the scheme alone where the grammar has no word for the host (CSP 3 2.3.1).
QByteArray policySource(const QString &uri)
{
    const QByteArray origin = redirectOrigin(uri).toUtf8();
    const auto isSafe = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
            || c == '+' || c == ':' || c == '/';
    };
    const bool safe = std::all_of(origin.begin(), origin.end(), isSafe);
    return safe ? origin : origin.left(origin.indexOf(':') + 1);
}

QByteArray contentSecurityPolicy(const PageRules &rules)
{
    QByteArray policy
        = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
          "form-action ";
    policy += rules.hasForms ? "'self'" : "'none'";
    if (const QByteArray target = policySource(rules.formTarget); !target.isEmpty())
        policy += ' ' + target;
    return policy;
}

/// A page with a form keeps its address to this server and no more: with "no-referrer" browsers would send the form with
/// "Origin: null" (Fetch 3.1, "append a request Origin header"), and we want to see where it comes from.
void addSecurityHeaders(const PageRules &rules, Response &response)
{
    response.setHeader("Content-Security-Policy", contentSecurityPolicy(rules));
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", rules.hasForms ? "same-origin" : "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Pragma", "no-cache");
}

std::string source(const QString &name)
{
    QFile file(QStringLiteral(":/web/%1.html").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll().toStdString() : std::string();
}

} // namespace

struct PageRenderer::Templates
{
    std::map<QString, mustache::mustache> byName;

    mustache::mustache &get(const QString &name)
    {
        const auto found = byName.find(name);
        return found != byName.end() ? found->second : byName.emplace(name, source(name)).first->second;
    }
};

PageRenderer::PageRenderer()
    : m_templates(std::make_unique<Templates>())
{ }

PageRenderer::~PageRenderer() = default;

Response PageRenderer::page(const Language &language, int status, const char *name, const QString &title,
                            const QVariantMap &values, const PageRules &rules)
{
    const PageTexts tr = textsIn(language);
    const bool leftwards = language.locale().textDirection() == Qt::RightToLeft;
    const QVariantMap frame {
        {QStringLiteral("language"), QString::fromLatin1(language.tag())},
        {QStringLiteral("direction"), QString::fromLatin1(leftwards ? "rtl" : "ltr")},
        {QStringLiteral("title"), title},
        {QStringLiteral("wide"), rules.frame != PageRules::Frame::Card},
        {QStringLiteral("administration"), rules.frame == PageRules::Frame::Administration},
        {QStringLiteral("navigation"), tr("Pages")},
        {QStringLiteral("applications"), tr("Applications")},
        {QStringLiteral("authorizations"), tr("Your access")},
        {QStringLiteral("home"), tr("Home")},
        {QStringLiteral("body"), QString::fromUtf8(render(QString::fromLatin1(name), values))},
    };
    Response response = Response::html(status, render(QStringLiteral("layout"), frame));
    response.setHeader("Content-Language", language.tag());
    response.setHeader("Vary", "Accept-Language");
    addSecurityHeaders(rules, response);
    return response;
}

Response PageRenderer::redirect(const QByteArray &location)
{
    Response response = Response::redirect(location);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.body = render(QStringLiteral("redirect"), {{QStringLiteral("location"), QString::fromUtf8(location)}});
    addSecurityHeaders({}, response);
    return response;
}

QByteArray PageRenderer::render(const QString &name, const QVariantMap &values)
{
    mustache::data data = toData(values);
    data.set("base", toData(m_base));
    // The question before something ends, which several pages hold.
    data.set("ask", mustache::data {mustache::partial {[] { return source(QStringLiteral("ask")); }}});
    return QByteArray::fromStdString(m_templates->get(name).render(data));
}

} // namespace Gatehouse
