#include "ui/pages/storedpage.h"

#include "models/tables/roles.h"
#include "models/tables/storedtablemodel.h"
#include "ui/revocation/revocationpane.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QHeaderView>

#include <algorithm>

namespace Gatehouse {

void WordsFilter::setText(const QString &text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool WordsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto holds = [&](const QString &word) {
        return std::any_of(m_columns.begin(), m_columns.end(), [&](int column) {
            const QModelIndex index = sourceModel()->index(row, column, parent);
            return index.data().toString().contains(word, Qt::CaseInsensitive)
                || index.data(FullTextRole).toString().contains(word, Qt::CaseInsensitive);
        });
    };
    return std::all_of(m_words.begin(), m_words.end(), holds);
}

bool WordsFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant time = left.data(TimestampRole);
    if (time.isValid())
        return time.toLongLong() < right.data(TimestampRole).toLongLong();
    return QString::localeAwareCompare(left.data().toString(), right.data().toString()) < 0;
}

StoredPage::StoredPage(const WindowContext &context, StoredTableModel &model, const QString &iconName, QWidget *parent)
    : TablePage(context, iconName, parent)
    , m_model(model)
{
    m_rows.setSourceModel(&model);
    connect(&model, &StoredTableModel::changeRefused, this, &StoredPage::tellProblem);
    connect(&model, &StoredTableModel::aboutToReload, this, &StoredPage::rememberSelection);
    connect(&model, &StoredTableModel::reloaded, this, &StoredPage::restoreSelection);
}

void StoredPage::setFilterText(const QString &text)
{
    m_filter = text;
    m_rows.setText(text);
    Q_EMIT filterJudged({});
    tellHits();
}

void StoredPage::retranslate()
{
    TablePage::retranslate();
    table().horizontalHeader()->viewport()->update();
    if (m_edit)
        m_edit->setText(tr("&Edit…"));
    if (m_delete)
        m_delete->setText(tr("&Delete…"));
    if (m_revoke)
        m_revoke->retranslate();
}

bool StoredPage::isEmpty() const
{
    return m_model.rowCount() == 0;
}

void StoredPage::selectionShifted()
{
    const bool one = table().selectedRowCount() == 1;
    for (QAction *action : m_actions)
        action->setEnabled(one);
    if (m_revoke)
        m_revoke->followSelection();
}

QAction *StoredPage::makeNewAction()
{
    m_new = makeAction(QStringLiteral("new"), QStringLiteral("new"));
    m_new->setShortcut(QKeySequence::New);
    m_new->setShortcutContext(Qt::WindowShortcut);
    placeholder().setAction(m_new);
    return m_new;
}

void StoredPage::makeRevokeAction(RevocationPane *pane, RevocationPick::Kind kind)
{
    pane->setParent(this);
    m_revoke = new RevocationAction(*this, *pane, kind, [this] { return nameOf(selectedId()); });
    m_actions.append(m_revoke);
}

void StoredPage::makeDeleteAction(Store &store, const RowDeletion::Rules &rules)
{
    m_deletion = new RowDeletion(store, rules, this);
    connect(m_deletion, &RowDeletion::failed, this, &StoredPage::tellProblem);
    connect(m_deletion, &RowDeletion::deleted, this,
            [this](const QString &sentence) { message().post(InlineMessage::Kind::Success, sentence); });
    m_delete = makeItemAction(QStringLiteral("delete"), QStringLiteral("delete"), &StoredPage::askToDelete);
    m_delete->setShortcut(QKeySequence::Delete);
}

void StoredPage::askToDelete(Id id)
{
    m_deletion->ask(id, nameOf(id), deletionVerb());
}

void StoredPage::showColumns(const QList<int> &widths)
{
    m_rows.setColumns(m_model.visibleColumns());
    m_rows.sort(m_model.visibleColumns().first());
    showModel(m_rows, m_model.visibleColumns(), widths);
    table().setSortingEnabled(true);
    table().sortByColumn(m_model.visibleColumns().first(), Qt::AscendingOrder);
}

void StoredPage::actionsAreMade()
{
    setItemActions(m_actions);
    details().setActions(m_actions.mid(0, 1));
}

QString StoredPage::titleOf(int row) const
{
    return m_rows.index(row, m_model.visibleColumns().first()).data().toString();
}

Id StoredPage::selectedId() const
{
    const QList<Id> ids = table().selectedIds();
    return ids.size() == 1 ? ids.first() : 0;
}

QString StoredPage::nameOf(Id id) const
{
    return m_model.index(m_model.rowOf(id), m_model.visibleColumns().first()).data().toString();
}

bool StoredPage::succeeded(const Result<Id> &done)
{
    if (!done)
        tellProblem(done.error().message);
    return done.isOk();
}

void StoredPage::tellProblem(const QString &sentence)
{
    message().post(InlineMessage::Kind::Error, sentence);
}

void StoredPage::rememberSelection()
{
    m_remembered = table().selectedIds();
}

void StoredPage::restoreSelection()
{
    if (table().selectedRowCount() == 0) {
        for (Id id : m_remembered) {
            const QModelIndex source = m_model.index(m_model.rowOf(id), m_model.visibleColumns().first());
            const QModelIndex row = m_rows.mapFromSource(source);
            if (row.isValid())
                table().selectionModel()->select(row, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    updateEmptiness();
    tellHits();
}

void StoredPage::tellHits()
{
    Q_EMIT hitsChanged(m_rows.rowCount(), m_model.rowCount());
}

} // namespace Gatehouse
