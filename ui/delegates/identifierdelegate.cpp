#include "ui/delegates/identifierdelegate.h"

#include <QFontDatabase>

namespace Gatehouse {

void IdentifierDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    static const QFont system = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QFont fixed = system;
    fixed.setPointSizeF(option->font.pointSizeF());
    fixed.setStyleStrategy(QFont::PreferNoShaping); // new ones come by the hundred, and have nothing to shape
    option->font = fixed;
    option->fontMetrics = QFontMetrics(fixed);
    option->textElideMode = Qt::ElideMiddle;
    option->direction = Qt::LeftToRight;
}

} // namespace Gatehouse
