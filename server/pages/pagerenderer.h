#pragma once

#include "server/message/response.h"
#include "server/pages/pagetexts.h"

#include <QString>
#include <QVariantMap>

#include <memory>

namespace Gatehouse {

/// What a browser may do with a page beside showing it.
struct PageRules
{
    bool hasForms = false;
    /// Where a form's answer may lead in the end, beside this server (Content-Security-Policy form-action, which Chrome
    /// holds against redirects too): the address a client registered. Empty: nowhere else.
    QString formTarget = {};
    /// Wide pages hold a table, and lead to the other pages of their kind.
    enum class Frame { Card, Wide, Administration } frame = Frame::Card;
};

/// Makes the web pages out of the templates in resources/web. Values are escaped; no page runs a script, can be framed,
/// or loads anything but the style sheet and the mark of this server. Not thread-safe.
class PageRenderer
{
public:
    GATEHOUSE_PAGE_TEXTS(Gatehouse::PageRenderer)

    PageRenderer();
    ~PageRenderer();

    /// Where the pages to come lead with their own links and forms: "" or "/NAME" of an identity domain.
    void setBase(const QString &base) { m_base = base; }
    /// The page made from resources/web/`name`.html. Title and values are in `language` already; values are texts,
    /// booleans and lists of maps.
    Response page(const Language &language, int status, const char *name, const QString &title,
                  const QVariantMap &values, const PageRules &rules = {});
    /// A redirect with the few words that Doorkeeper's has (and curl shows).
    Response redirect(const QByteArray &location);

private:
    QByteArray render(const QString &name, const QVariantMap &values);

    struct Templates;
    std::unique_ptr<Templates> m_templates;
    QString m_base;
};

} // namespace Gatehouse
