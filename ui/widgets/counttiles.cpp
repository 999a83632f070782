#include "ui/widgets/counttiles.h"

#include "models/tables/livecounts.h"
#include "ui/widgets/counttile.h"

#include <QEvent>
#include <QHBoxLayout>

namespace Gatehouse {

std::optional<qint64> countOn(const QString &page, const Counts &counts)
{
    const QHash<QString, qint64> numbers {{QStringLiteral("tokens"), counts.activeTokens},
                                          {QStringLiteral("grants"), counts.grants},
                                          {QStringLiteral("users"), counts.users},
                                          {QStringLiteral("applications"), counts.applications}};
    const auto number = numbers.constFind(page);
    return number == numbers.cend() ? std::nullopt : std::optional(*number);
}

CountTiles::CountTiles(LiveCounts &counts, const QStringList &pages, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    for (const QString &page : pages)
        addTile(page);
    connect(&counts, &LiveCounts::countsChanged, this, &CountTiles::showCounts);
    showCounts(counts.counts());
    retranslate();
}

void CountTiles::addTile(const QString &page)
{
    auto *tile = new CountTile(this);
    tile->setObjectName(page + QStringLiteral("Tile"));
    layout()->addWidget(tile);
    m_tiles.insert(page, tile);
    const QString filter = page == QStringLiteral("tokens") ? QStringLiteral("is:active") : QString();
    connect(tile, &CountTile::clicked, this, [this, page, filter] { Q_EMIT pageRequested(page, filter); });
}

void CountTiles::showCounts(const Counts &counts)
{
    for (auto tile = m_tiles.cbegin(); tile != m_tiles.cend(); ++tile)
        tile.value()->setCount(countOn(tile.key(), counts).value_or(0));
}

void CountTiles::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CountTiles::retranslate()
{
    const QHash<QString, QString> names {{QStringLiteral("tokens"), tr("Active Tokens")},
                                         {QStringLiteral("grants"), tr("Grants")},
                                         {QStringLiteral("users"), tr("Users")},
                                         {QStringLiteral("applications"), tr("Applications")}};
    for (auto tile = m_tiles.cbegin(); tile != m_tiles.cend(); ++tile)
        tile.value()->setName(names.value(tile.key()));
}

} // namespace Gatehouse
