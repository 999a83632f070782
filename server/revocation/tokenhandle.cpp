#include "server/revocation/tokenhandle.h"

#include <QRegularExpression>

namespace Gatehouse {

QString TokenHandle::text() const
{
    return (isRefreshToken ? QLatin1String("refresh-") : QLatin1String("access-")) + QString::number(token);
}

std::optional<TokenHandle> TokenHandle::of(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(access|refresh)-([1-9][0-9]{0,17})$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return TokenHandle {match.captured(2).toLongLong(), match.captured(1) == u"refresh"};
}

} // namespace Gatehouse
