#include "models/store/packedrow.h"

namespace Gatehouse {

namespace {
constexpr QChar Separator = u'\n';
}

PackedRow::PackedRow(const QString &packed)
    : m_packed(packed)
{ }

qint64 PackedRow::number()
{
    return field().toLongLong();
}

QString PackedRow::text()
{
    return field().toString();
}

QStringView PackedRow::field()
{
    if (m_next > m_packed.size())
        return {};
    const qsizetype start = m_next;
    const qsizetype found = m_packed.indexOf(Separator, start);
    const qsizetype end = found < 0 ? m_packed.size() : found;
    m_next = end + 1;
    return QStringView(m_packed).mid(start, end - start);
}

} // namespace Gatehouse
