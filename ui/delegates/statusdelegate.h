#pragma once

#include "ui/delegates/rowdelegate.h"

namespace Gatehouse {

/// The state of a token or code: its word with a mark whose shape and colour say the same.
class StatusDelegate : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    /// Codes are revoked by being redeemed: that is how they end, and nothing is wrong.
    void setRevokedIsOrdinary(bool ordinary) { m_revokedIsOrdinary = ordinary; }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    bool m_revokedIsOrdinary = false;
};

} // namespace Gatehouse
