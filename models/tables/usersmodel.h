#pragma once

#include "models/tables/storedtablemodel.h"

namespace Gatehouse {

/// users. The password column is not read.
class UsersModel : public StoredTableModel
{
    Q_OBJECT

public:
    UsersModel(Connection &reader, Store *store, QObject *parent = nullptr);

    QList<int> visibleColumns() const override;

protected:
    QString title(const QString &column) const override;
    QVariant cell(int row, const QString &column, const QVariant &value, int role) const override;
    bool insertRowIntoTable(const QSqlRecord &values) override;
    bool updateRowInTable(int row, const QSqlRecord &values) override;
    bool deleteRowFromTable(int row) override;
};

} // namespace Gatehouse
