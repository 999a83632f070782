#pragma once

#include "models/tables/storedtablemodel.h"

namespace Gatehouse {

/// oauth_applications. Columns are the table's; the view hides what is not for people (see visibleColumns()).
class ApplicationsModel : public StoredTableModel
{
    Q_OBJECT

public:
    ApplicationsModel(Connection &reader, Store &store, QObject *parent = nullptr);

    /// Columns to show, in order. Their headers, display texts and roles are set.
    QList<int> visibleColumns() const;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

} // namespace Gatehouse
