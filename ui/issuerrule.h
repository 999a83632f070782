#pragma once

#include <QString>
#include <QUrl>

namespace Gatehouse {

/// RFC 8414 section 2: an http or https URL, neither query nor fragment.
inline bool isIssuer(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return isWeb && !url.host().isEmpty() && !url.hasQuery() && !url.hasFragment();
}

} // namespace Gatehouse
