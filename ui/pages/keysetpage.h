#pragma once

#include "models/records/types.h"
#include "ui/pages/tablepage.h"

#include <QSet>

namespace Gatehouse {

class KeysetTableModel;

/// A table of any size, newest rows first, with the filter language.
class KeysetPage : public TablePage
{
    Q_OBJECT

public:
    QString filterText() const override { return m_filter; }
    void setFilterText(const QString &text) override;
    void saveState(UiState &state) const override;
    void restoreState(const UiState &state) override;

protected:
    KeysetPage(const WindowContext &context, KeysetTableModel &model, const QString &iconName, QWidget *parent);

    bool isEmpty() const override;
    /// A column and its width in characters.
    struct Column
    {
        int index;
        int width;
    };
    /// Without those that are `left` out.
    void showColumns(const QList<Column> &columns, const QSet<int> &left = {});
    /// The row of the selection; -1: none is selected, or several are.
    int selectedRow() const;
    /// Its key; 0 likewise.
    Id selectedId() const;

private:
    void tellCapped(bool capped);
    void tellHits();

    KeysetTableModel &m_model;
    QString m_filter;
};

} // namespace Gatehouse
