#include "models/registration/uriparts.h"

#include <QRegularExpression>

namespace Gatehouse {

namespace {

/// RFC 3986 appendix A: each component with the characters it may have. A relative path's first segment has no colon.
const QRegularExpression &uriReference()
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?"
        "(?://(?:(?:[\\w.~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*@)?"
        "(?<host>\\[[0-9A-Fa-fvV:.]+\\]|(?:[\\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?(?=[/?#]|$))?"
        "(?<path>(?:[\\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)"
        "(?:\\?(?:[\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?"
        "(?<fragment>#(?:[\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\\z"));
    return pattern;
}

} // namespace

std::optional<UriParts> UriParts::of(const QString &text)
{
    const QRegularExpressionMatch match = uriReference().match(text);
    if (!match.hasMatch())
        return std::nullopt;
    UriParts parts;
    parts.scheme = match.captured(QStringLiteral("scheme")).toLower();
    parts.host = match.captured(QStringLiteral("host"));
    parts.hasFragment = !match.captured(QStringLiteral("fragment")).isEmpty();
    const QString path = match.captured(QStringLiteral("path"));
    const bool hasAuthority = match.capturedStart(QStringLiteral("host")) >= 0;
    if (parts.scheme.isEmpty() && !hasAuthority && path.section(u'/', 0, 0).contains(u':'))
        return std::nullopt;
    if (!parts.scheme.isEmpty() && !hasAuthority && !path.startsWith(u'/'))
        parts.opaque = path;
    return parts;
}

} // namespace Gatehouse
