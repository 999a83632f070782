#pragma once

#include "ui/delegates/rowdelegate.h"

namespace Gatehouse {

/// Identifiers: monospace, shortened in the middle, always left to right.
class IdentifierDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Gatehouse
