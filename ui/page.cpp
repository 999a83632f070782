#include "ui/page.h"

#include <QEvent>

namespace Gatehouse {

void Page::setFilterText(const QString &)
{ }

void Page::saveState(UiState &) const
{ }

void Page::restoreState(const UiState &)
{ }

void Page::resetLayout()
{ }

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Gatehouse
