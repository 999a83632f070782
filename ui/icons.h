#pragma once

#include <QIcon>

namespace Gatehouse {

/// The one-colour icon `name` of resources/icons, painted in the text colour of the palette that is current when it is
/// painted, so that it stays readable after a change of theme.
QIcon icon(const QString &name);
/// The same as a picture of `size` in the colour `ink`, for a screen with `ratio` pixels to the unit.
QPixmap tinted(const QString &name, const QSize &size, const QColor &ink, qreal ratio);

} // namespace Gatehouse
