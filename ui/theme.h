#pragma once

#include <QColor>
#include <QPalette>

namespace Gatehouse {

/// Which palette a person chose.
enum class Appearance { System, Light, Dark };

/// What a colour says. It always stands beside a word or an icon that says the same.
enum class Tone { Neutral, Good, Attention, Bad };

/// Fusion with a light and a dark palette of our own. Every pair of text and background is 4.5:1 or better.
class Theme
{
public:
    /// Sets style and palette of the application. System follows the lightness of the platform's palette.
    static void apply(Appearance appearance);
    static QPalette palette(bool dark);
    static bool isDark(const QPalette &palette);
    /// A text colour for `tone` on the palette's base and window.
    static QColor colour(Tone tone, const QPalette &palette);
    /// Text of rows that are over: readable, but behind the others.
    static QColor dimmed(const QPalette &palette);
    /// What cards stand on: tells fields apart from it.
    static QColor card(const QPalette &palette);
    /// The outline of a field or box that can be used, 3:1 or better against what is on either side.
    static QColor edge(const QPalette &palette);
    /// A quiet line between or around things.
    static QColor line(const QPalette &palette);
    /// How far apart two colours are, 1 to 21 (WCAG 2.1 "contrast ratio").
    static double contrast(const QColor &left, const QColor &right);
};

} // namespace Gatehouse
