#pragma once

#include <QJsonObject>
#include <QString>

namespace Gatehouse {

class Variables;

/// What a program or a person acts on in a page, as the recordings have it: forms (method, action, fields), codes by id,
/// notices. Known values, ids, times and tokens are replaced by their names.
QJsonObject pageFacts(const QString &html, const Variables &variables, const QString &base);

/// The text behind the character references of HTML.
QString unescapedHtml(const QString &text);

} // namespace Gatehouse
