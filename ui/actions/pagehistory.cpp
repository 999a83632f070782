#include "ui/actions/pagehistory.h"

namespace Gatehouse {

void PageHistory::visit(const QString &key)
{
    if (m_position >= 0 && m_keys.at(m_position) == key)
        return;
    m_keys = m_keys.mid(0, m_position + 1);
    m_keys.append(key);
    if (m_keys.size() > Kept)
        m_keys.removeFirst();
    m_position = m_keys.size() - 1;
}

} // namespace Gatehouse
