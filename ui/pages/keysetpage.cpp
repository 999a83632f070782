#include "ui/pages/keysetpage.h"

#include "models/tables/keysettablemodel.h"
#include "ui/uistate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"

#include <QLocale>

namespace Gatehouse {

KeysetPage::KeysetPage(const WindowContext &context, KeysetTableModel &model, const QString &iconName, QWidget *parent)
    : TablePage(context, iconName, parent)
    , m_model(model)
{
    connect(&m_model, &KeysetTableModel::loaded, this, &KeysetPage::tellHits);
    connect(&m_model, &KeysetTableModel::totalRowsChanged, this, &KeysetPage::tellHits);
    connect(&m_model, &KeysetTableModel::cappedChanged, this, &KeysetPage::tellCapped);
    connect(&m_model, &KeysetTableModel::loadFailed, this,
            [this](const QString &sentence) { message().post(InlineMessage::Kind::Error, sentence); });
}

void KeysetPage::setFilterText(const QString &text)
{
    m_filter = text;
    const Result<void> judged = m_model.setFilterText(text);
    Q_EMIT filterJudged(judged ? QString() : judged.error().message);
    tellHits();
}

void KeysetPage::saveState(UiState &state) const
{
    TablePage::saveState(state);
    state.setText(QStringLiteral("filter/") + key(), m_filter);
}

void KeysetPage::restoreState(const UiState &state)
{
    TablePage::restoreState(state);
    const QString filter = state.text(QStringLiteral("filter/") + key());
    if (!filter.isEmpty())
        setFilterText(filter);
}

void KeysetPage::showColumns(const QList<Column> &columns, const QSet<int> &left)
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

bool KeysetPage::isEmpty() const
{
    return m_model.rowCount() == 0 && m_model.totalRows() == 0 && m_filter.isEmpty();
}

int KeysetPage::selectedRow() const
{
    if (table().selectedRowCount() != 1)
        return -1;
    return table().selectedRowNumbers().value(0, -1);
}

Id KeysetPage::selectedId() const
{
    return m_model.idAt(selectedRow());
}

void KeysetPage::tellCapped(bool capped)
{
    if (capped)
        message().post(InlineMessage::Kind::Info,
                       tr("The newest %1 rows are shown. A filter finds older ones.")
                           .arg(QLocale().toString(KeysetTableModel::MaxRows)));
}

void KeysetPage::tellHits()
{
    updateEmptiness();
    Q_EMIT hitsChanged(m_model.rowCount(), m_model.totalRows());
}

} // namespace Gatehouse
