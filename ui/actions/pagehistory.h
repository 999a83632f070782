#pragma once

#include <QStringList>

namespace Gatehouse {

/// The pages that were in front, for Back and Forward.
class PageHistory
{
public:
    /// A page came to the front by itself: what was ahead is forgotten.
    void visit(const QString &key);
    bool canGoBack() const { return m_position > 0; }
    bool canGoForward() const { return m_position + 1 < m_keys.size(); }
    QString goBack() { return m_keys.at(--m_position); }
    QString goForward() { return m_keys.at(++m_position); }

private:
    static constexpr qsizetype Kept = 50;

    QStringList m_keys;
    qsizetype m_position = -1;
};

} // namespace Gatehouse
