#pragma once

#include "models/tables/storedtablemodel.h"

namespace Gatehouse {

struct Application;

/// oauth_applications. Columns are the table's; the view hides what is not for people (see visibleColumns()). The secret is not read.
class ApplicationsModel : public StoredTableModel
{
    Q_OBJECT

public:
    ApplicationsModel(Connection &reader, Store *store, QObject *parent = nullptr);

    QList<int> visibleColumns() const override;

protected:
    QString title(const QString &column) const override;
    QVariant cell(int row, const QString &column, const QVariant &value, int role) const override;
    bool insertRowIntoTable(const QSqlRecord &values) override;
    bool updateRowInTable(int row, const QSqlRecord &values) override;
    bool deleteRowFromTable(int row) override;

private:
    QString text(const QString &column, const QVariant &value) const;
    QVariant fullText(const QString &column, const QVariant &value) const;
};

} // namespace Gatehouse
