#include "ui/theme.h"

#include "ui/edgedstyle.h"

#include <QApplication>
#include <QStyle>

#include <array>
#include <cmath>

namespace Gatehouse {

namespace {

struct Shades
{
    QRgb window, base, card, alternate, text, dimmed, button, light, mid, dark, highlight, link, line, edge;
    std::array<QRgb, 4> tones; ///< in the order of Tone
};

constexpr Shades LightShades {
    .window = 0xf3f4f6,
    .base = 0xffffff,
    .card = 0xffffff,
    .alternate = 0xf8f9fb,
    .text = 0x1b1f24,
    .dimmed = 0x5b6470,
    .button = 0xeceef1,
    .light = 0xffffff,
    .mid = 0xb6bcc4,
    .dark = 0x8b939d,
    .highlight = 0x1f5fbf,
    .link = 0x1a56b0,
    .line = 0xd5d9df,
    .edge = 0x7f8791,
    .tones = {0x4f5863, 0x17692f, 0x7d5100, 0xb3261e},
};

constexpr Shades DarkShades {
    .window = 0x22262c,
    .base = 0x181b20,
    .card = 0x282d34,
    .alternate = 0x1d2126,
    .text = 0xe6e9ed,
    .dimmed = 0xa0a9b4,
    .button = 0x2f353d,
    .light = 0x454c56,
    .mid = 0x15181c,
    .dark = 0x0f1114,
    .highlight = 0x2b67c4,
    .link = 0x7fb0ff,
    .line = 0x3a414a,
    .edge = 0x717b87,
    .tones = {0xaab3be, 0x56c775, 0xe3ae45, 0xff8a82},
};

const Shades &shades(bool dark)
{
    return dark ? DarkShades : LightShades;
}

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

void setTexts(QPalette &palette, const Shades &shades)
{
    for (QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, shades.text);
        palette.setColor(QPalette::Disabled, role, shades.dimmed);
    }
    palette.setColor(QPalette::PlaceholderText, shades.dimmed);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
}

bool platformIsDark()
{
    QApplication::setPalette(QPalette()); // gives the platform's own back
    return Theme::isDark(QApplication::palette());
}

} // namespace

void Theme::apply(Appearance appearance)
{
    const bool dark = appearance == Appearance::System ? platformIsDark() : appearance == Appearance::Dark;
    if (!qobject_cast<EdgedStyle *>(QApplication::style()))
        QApplication::setStyle(new EdgedStyle);
    QApplication::setPalette(palette(dark));
}

QPalette Theme::palette(bool dark)
{
    const Shades &shade = shades(dark);
    QPalette palette;
    palette.setColor(QPalette::Window, shade.window);
    palette.setColor(QPalette::Base, shade.base);
    palette.setColor(QPalette::AlternateBase, shade.alternate);
    palette.setColor(QPalette::ToolTipBase, shade.button);
    palette.setColor(QPalette::Button, shade.button);
    palette.setColor(QPalette::Light, shade.light);
    palette.setColor(QPalette::Midlight, shade.light);
    palette.setColor(QPalette::Mid, shade.mid);
    palette.setColor(QPalette::Dark, shade.dark);
    palette.setColor(QPalette::Shadow, Qt::black);
    palette.setColor(QPalette::Highlight, shade.highlight);
    setTexts(palette, shade);
    return palette;
}

bool Theme::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
}

QColor Theme::colour(Tone tone, const QPalette &palette)
{
    return shades(isDark(palette)).tones[std::size_t(tone)];
}

QColor Theme::dimmed(const QPalette &palette)
{
    return shades(isDark(palette)).dimmed;
}

QColor Theme::card(const QPalette &palette)
{
    return shades(isDark(palette)).card;
}

QColor Theme::edge(const QPalette &palette)
{
    return shades(isDark(palette)).edge;
}

QColor Theme::line(const QPalette &palette)
{
    return shades(isDark(palette)).line;
}

double Theme::contrast(const QColor &left, const QColor &right)
{
    const double a = luminance(left) + 0.05;
    const double b = luminance(right) + 0.05;
    return a > b ? a / b : b / a;
}

} // namespace Gatehouse
