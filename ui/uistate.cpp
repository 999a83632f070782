#include "ui/uistate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QSplitter>

namespace Gatehouse {

namespace {

constexpr QLatin1String LayoutGroup("layout");
constexpr QLatin1String AppearanceKey("appearance");

QString appearanceName(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return QStringLiteral("light");
    case Appearance::Dark:
        return QStringLiteral("dark");
    case Appearance::System:
        break;
    }
    return QStringLiteral("system");
}

void clampToScreens(QMainWindow &window)
{
    const QRect frame = window.frameGeometry();
    const QScreen *screen = QGuiApplication::screenAt(frame.center());
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    const QRect room = screen->availableGeometry();
    window.resize(window.size().boundedTo(room.size()));
    const int x = qBound(room.left(), window.x(), qMax(room.left(), room.right() + 1 - window.width()));
    const int y = qBound(room.top(), window.y(), qMax(room.top(), room.bottom() + 1 - window.height()));
    window.move(x, y);
}

} // namespace

UiState::UiState(QSettings &settings, const QString &group)
    : m_settings(settings)
    , m_prefix(group.isEmpty() ? QString() : QString(group + QLatin1Char('/')))
{ }

QString UiState::layoutKey(const QString &key) const
{
    return m_prefix + LayoutGroup + QLatin1Char('/') + key;
}

Appearance UiState::appearance() const
{
    const QString name = m_settings.value(AppearanceKey).toString();
    for (Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        if (appearanceName(appearance) == name)
            return appearance;
    }
    return Appearance::System;
}

void UiState::setAppearance(Appearance appearance)
{
    m_settings.setValue(AppearanceKey, appearanceName(appearance));
}

void UiState::saveWindow(const QMainWindow &window)
{
    m_settings.setValue(layoutKey(QStringLiteral("geometry")), window.saveGeometry());
    m_settings.setValue(layoutKey(QStringLiteral("window")), window.saveState());
}

bool UiState::restoreWindow(QMainWindow &window) const
{
    const QByteArray geometry = m_settings.value(layoutKey(QStringLiteral("geometry"))).toByteArray();
    if (geometry.isEmpty() || !window.restoreGeometry(geometry))
        return false;
    if (!window.isMaximized() && !window.isFullScreen())
        clampToScreens(window);
    return window.restoreState(m_settings.value(layoutKey(QStringLiteral("window"))).toByteArray());
}

void UiState::saveSplitter(const QString &key, const QSplitter &splitter)
{
    m_settings.setValue(layoutKey(key), splitter.saveState());
}

bool UiState::restoreSplitter(const QString &key, QSplitter &splitter) const
{
    return splitter.restoreState(m_settings.value(layoutKey(key)).toByteArray());
}

void UiState::saveHeader(const QString &key, const QHeaderView &header)
{
    m_settings.setValue(layoutKey(key), header.saveState());
}

bool UiState::restoreHeader(const QString &key, QHeaderView &header) const
{
    return header.restoreState(m_settings.value(layoutKey(key)).toByteArray());
}

QString UiState::text(const QString &key, const QString &fallback) const
{
    return m_settings.value(m_prefix + key, fallback).toString();
}

void UiState::setText(const QString &key, const QString &text)
{
    m_settings.setValue(m_prefix + key, text);
}

void UiState::resetLayout()
{
    m_settings.remove(m_prefix + LayoutGroup);
}

} // namespace Gatehouse
