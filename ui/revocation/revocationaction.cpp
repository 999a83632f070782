#include "ui/revocation/revocationaction.h"

#include "ui/icons.h"
#include "ui/pages/tablepage.h"
#include "ui/revocation/revocationpane.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"

namespace Gatehouse {

using Kind = RevocationPick::Kind;

RevocationAction::RevocationAction(TablePage &page, RevocationPane &pane, Kind kind, const Name &name)
    : QAction(&page)
    , m_page(page)
    , m_pane(pane)
    , m_name(name)
{
    m_pick.kind = kind;
    m_pane.hide();
    setObjectName(QStringLiteral("revoke"));
    setIcon(Gatehouse::icon(QStringLiteral("revoke")));
    if (takesMany())
        setShortcut(QKeySequence::Delete);
    setShortcutContext(Qt::WidgetWithChildrenShortcut);
    setEnabled(false);
    m_page.addAction(this);
    connect(this, &QAction::triggered, this, &RevocationAction::ask);
    connect(&m_pane, &RevocationPane::closed, this, [this] {
        if (m_pick.ids.isEmpty())
            return; // another action asked
        leave();
        m_page.table().setFocus();
    });
    connect(&m_pane, &RevocationPane::settled, this, [this](bool done, const QString &sentence) {
        m_page.message().post(done ? InlineMessage::Kind::Success : InlineMessage::Kind::Error, sentence);
    });
    connect(&m_pane, &RevocationPane::eventRequested, this, [this](Id event) {
        if (!m_pick.ids.isEmpty())
            Q_EMIT m_page.pageRequested(QStringLiteral("audit"), QStringLiteral("id:%1").arg(event));
    });
}

bool RevocationAction::takesMany() const
{
    return m_pick.kind == Kind::Tokens || m_pick.kind == Kind::Grants || m_pick.kind == Kind::Consents;
}

void RevocationAction::followSelection()
{
    const qsizetype rows = m_page.table().selectedRowCount();
    if (m_row)
        return setEnabled(true);
    setEnabled(rows == 1 || (rows > 0 && takesMany() && rows <= LiveTableView::MaxAtOnce));
    if (!m_pick.ids.isEmpty() && m_page.table().selectedIds() != m_pick.ids)
        leave();
}

void RevocationAction::ask()
{
    m_pick.ids = m_row ? QList<Id> {m_row()} : m_page.table().selectedIds();
    m_pick.ids.removeAll(0);
    if (m_pick.ids.isEmpty())
        return;
    m_page.showInPlaceOfDetails(&m_pane);
    m_pane.ask(m_pick, m_name ? m_name() : QString());
}

void RevocationAction::leave()
{
    m_pick.ids.clear();
    m_page.showDetailPane();
}

void RevocationAction::retranslate()
{
    const bool isConsent = m_pick.kind == Kind::Consents;
    if (m_pick.kind == Kind::Domain) {
        setText(tr("Revoke &Everything…"));
        return setToolTip(tr("Show what ends when all of the domain is revoked"));
    }
    setText(isConsent ? tr("&Withdraw…") : takesMany() ? tr("&Revoke…") : tr("Revoke T&okens…"));
    setToolTip(tr("Show what a revocation of the selection ends"));
}

} // namespace Gatehouse
