#include "ui/pages/revocablepage.h"

#include "ui/revocation/revocationpane.h"

namespace Gatehouse {

RevocablePage::RevocablePage(const WindowContext &context, KeysetTableModel &model, RevocationPane *pane,
                             RevocationPick::Kind kind, const QString &iconName, QWidget *parent)
    : KeysetPage(context, model, iconName, parent)
    , m_pane(*pane)
    , m_revoke(new RevocationAction(*this, *pane, kind))
{
    pane->setParent(this);
    setItemActions({m_revoke});
    details().setActions({m_revoke});
}

QList<QAction *> RevocablePage::itemActions() const
{
    return {m_revoke};
}

void RevocablePage::retranslate()
{
    KeysetPage::retranslate();
    m_revoke->retranslate();
}

void RevocablePage::selectionShifted()
{
    m_revoke->followSelection();
}

} // namespace Gatehouse
