#pragma once

#include "models/tables/storedtablemodel.h"

namespace Gatehouse {

/// users. The password column is never shown.
class UsersModel : public StoredTableModel
{
    Q_OBJECT

public:
    UsersModel(Connection &reader, Store &store, QObject *parent = nullptr);

    QList<int> visibleColumns() const;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

} // namespace Gatehouse
