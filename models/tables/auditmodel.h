#pragma once

#include "models/records/auditevent.h"
#include "models/tables/keysettablemodel.h"

namespace Gatehouse {

/// audit_events, newest first: what was changed, or asked for and refused, by whom and why.
class AuditModel : public KeysetTableModel
{
    Q_OBJECT

public:
    enum ColumnIndex { Number, Time, Actor, Action, Outcome, Subject, Ended, Reason, ColumnTotal };

    AuditModel(Connection &reader, const Clock &clock, QObject *parent = nullptr);

    /// The event of a row as stored; id 0 when it is gone.
    AuditEvent eventAt(int row) const;
    /// The name of the application that acted; empty where it was somebody else.
    QString applicationAt(int row) const;
    /// The FROM clause that the filter's fields name.
    static QString joins();

protected:
    QString title(int column) const override;
    QVariant cell(const KeysetRow &row, int column, int role) const override;

private:
    static Spec spec();
    static FilterFields fields();
    QVariant text(const KeysetRow &row, int column) const;
    QString fullText(const KeysetRow &row, int column) const;
    static QString stored(const KeysetRow &row, int column);
};

} // namespace Gatehouse
