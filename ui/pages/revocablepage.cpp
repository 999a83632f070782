#include "ui/pages/revocablepage.h"

#include "models/tables/keysettablemodel.h"
#include "ui/uistate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"

#include <QAction>
#include <QLocale>

namespace Gatehouse {

RevocablePage::RevocablePage(const WindowContext &context, KeysetTableModel &model, RevocationDesk &desk,
                             RevocationSubject subject, const QString &iconName, QWidget *parent)
    : TablePage(context, iconName, parent)
    , m_model(model)
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
    connect(&m_model, &KeysetTableModel::loaded, this, &RevocablePage::tellHits);
    connect(&m_model, &KeysetTableModel::totalRowsChanged, this, &RevocablePage::tellHits);
    connect(&m_model, &KeysetTableModel::cappedChanged, this, &RevocablePage::tellCapped);
    connect(&m_model, &KeysetTableModel::loadFailed, this,
            [this](const QString &sentence) { message().post(InlineMessage::Kind::Error, sentence); });
}

QList<QAction *> RevocablePage::itemActions() const
{
    return {m_revoke};
}

void RevocablePage::setFilterText(const QString &text)
{
    m_filter = text;
    const Result<void> judged = m_model.setFilterText(text);
    Q_EMIT filterJudged(judged ? QString() : judged.error().message);
    tellHits();
}

void RevocablePage::saveState(UiState &state) const
{
    TablePage::saveState(state);
    state.setText(QStringLiteral("filter/") + key(), m_filter);
}

void RevocablePage::restoreState(const UiState &state)
{
    TablePage::restoreState(state);
    const QString filter = state.text(QStringLiteral("filter/") + key());
    if (!filter.isEmpty())
        setFilterText(filter);
}

void RevocablePage::retranslate()
{
    TablePage::retranslate();
    m_revoke->setText(tr("&Revoke…"));
    m_revoke->setToolTip(tr("Show what a revocation of the selection ends"));
}

void RevocablePage::showColumns(const QList<Column> &columns, const QSet<int> &left)
{
    QList<int> indexes;
    QList<int> widths;
    for (const Column &column : columns) {
        if (left.contains(column.index))
            continue;
        indexes.append(column.index);
        widths.append(column.width);
    }
    showModel(m_model, indexes, widths);
}

bool RevocablePage::isEmpty() const
{
    return m_model.rowCount() == 0 && m_model.totalRows() == 0 && m_filter.isEmpty();
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

void RevocablePage::tellCapped(bool capped)
{
    if (capped)
        message().post(InlineMessage::Kind::Info,
                       tr("The newest %1 rows are shown. A filter finds older ones.")
                           .arg(QLocale().toString(KeysetTableModel::MaxRows)));
}

void RevocablePage::leavePanel()
{
    m_chosen.clear();
    showDetailPane();
}

void RevocablePage::tellHits()
{
    updateEmptiness();
    Q_EMIT hitsChanged(m_model.rowCount(), m_model.totalRows());
}

} // namespace Gatehouse
