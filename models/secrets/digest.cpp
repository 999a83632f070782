#include "models/secrets/digest.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace Gatehouse {

QString sha256Hex(const QString &value)
{
    return QString::fromLatin1(QCryptographicHash::hash(value.toUtf8(), QCryptographicHash::Sha256).toHex());
}

bool equalInConstantTime(const QByteArray &left, const QByteArray &right)
{
    return left.size() == right.size()
        && sodium_memcmp(left.constData(), right.constData(), std::size_t(left.size())) == 0;
}

} // namespace Gatehouse
