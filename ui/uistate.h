#pragma once

#include "ui/theme.h"

#include <QString>

class QHeaderView;
class QMainWindow;
class QSettings;
class QSplitter;

namespace Gatehouse {

/// What the window remembers between two runs: geometry, splitters, headers, the page, filters, the appearance.
class UiState
{
public:
    /// Windows with other pages keep theirs in a group of their own; the appearance is the same for all.
    explicit UiState(QSettings &settings, const QString &group = {});

    Appearance appearance() const;
    void setAppearance(Appearance appearance);

    void saveWindow(const QMainWindow &window);
    /// Puts the window where it was, moved so that it lies on a screen that is there now. False: nothing is remembered.
    bool restoreWindow(QMainWindow &window) const;
    void saveSplitter(const QString &key, const QSplitter &splitter);
    bool restoreSplitter(const QString &key, QSplitter &splitter) const;
    /// Order, widths and hidden columns.
    void saveHeader(const QString &key, const QHeaderView &header);
    bool restoreHeader(const QString &key, QHeaderView &header) const;

    QString text(const QString &key, const QString &fallback = {}) const;
    void setText(const QString &key, const QString &text);
    /// Forgets the layout; appearance and filters stay.
    void resetLayout();

private:
    QString layoutKey(const QString &key) const;

    QSettings &m_settings;
    QString m_prefix;
};

} // namespace Gatehouse
