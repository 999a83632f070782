#include "ui/pages/revocablepage.h"

#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"

#include <QAction>

namespace Gatehouse {

RevocablePage::RevocablePage(const WindowContext &context, KeysetTableModel &model, RevocationDesk &desk,
                             RevocationSubject subject, const QString &iconName, QWidget *parent)
    : KeysetPage(context, model, iconName, parent)
    , m_desk(desk)
    , m_subject(subject)
    , m_panel(new RevocationPanel(subject, this))
    , m_revoke(makeAction(QStringLiteral("revoke"), QStringLiteral("revoke")))
{
    m_panel->hide();
    m_revoke->setShortcut(QKeySequence::Delete);
    setItemActions({m_revoke});
    details().setActions({m_revoke});
    connect(m_revoke, &QAction::triggered, this, &RevocablePage::askForRevocation);
    connect(m_panel, &RevocationPanel::confirmed, this, &RevocablePage::carryOut);
    connect(m_panel, &RevocationPanel::cancelled, this, [this] {
        leavePanel();
        table().setFocus();
    });
}

QList<QAction *> RevocablePage::itemActions() const
{
    return {m_revoke};
}

void RevocablePage::retranslate()
{
    KeysetPage::retranslate();
    m_revoke->setText(tr("&Revoke…"));
    m_revoke->setToolTip(tr("Show what a revocation of the selection ends"));
}

void RevocablePage::selectionShifted()
{
    const qsizetype rows = table().selectedRowCount();
    m_revoke->setEnabled(rows > 0 && rows <= LiveTableView::MaxAtOnce);
    if (!m_chosen.isEmpty() && table().selectedIds() != m_chosen)
        leavePanel();
}

void RevocablePage::askForRevocation()
{
    m_chosen = table().selectedIds();
    if (m_chosen.isEmpty())
        return;
    m_panel->showWaiting(m_chosen.size());
    showInPlaceOfDetails(m_panel);
    m_desk.plan(m_subject, m_chosen, m_panel, [this, ids = m_chosen](const Result<RevocationPlan> &found) {
        if (ids != m_chosen)
            return;
        if (found)
            m_panel->showPlan(*found);
        else
            m_panel->showProblem(found.error().message);
    });
}

void RevocablePage::carryOut()
{
    m_desk.revoke(m_subject, m_chosen, this, [this](const Result<qint64> &ended) { showRevocation(ended); });
    leavePanel();
    table().setFocus();
}

void RevocablePage::showRevocation(const Result<qint64> &ended)
{
    if (ended)
        message().post(InlineMessage::Kind::Success, endedText(*ended));
    else
        message().post(InlineMessage::Kind::Error, ended.error().message);
}

void RevocablePage::leavePanel()
{
    m_chosen.clear();
    showDetailPane();
}

} // namespace Gatehouse
