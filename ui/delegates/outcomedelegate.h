#pragma once

#include "ui/delegates/rowdelegate.h"

namespace Gatehouse {

/// The outcome of what the audit trail tells: its word with a mark whose shape and colour say the same.
class OutcomeDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Gatehouse
