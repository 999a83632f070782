#pragma once

#include "ui/page.h"

class QLabel;

namespace Gatehouse {

struct RailsConsole;
class CountTiles;
class LiveTables;

/// A Rails application's database at a glance: what can be done here, and how much there is.
class RailsOverviewPage : public Page
{
    Q_OBJECT

public:
    RailsOverviewPage(const RailsConsole &console, LiveTables &live, const QStringList &counted,
                      QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("overview"); }
    QString title() const override { return tr("Overview"); }
    QString iconName() const override { return QStringLiteral("overview"); }
    QWidget *mainPane() override;

protected:
    void retranslate() override;

private:
    CountTiles *m_tiles;
    QLabel *m_hint;
};

} // namespace Gatehouse
