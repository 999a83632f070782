#pragma once

#include <QHash>
#include <QWidget>

#include <optional>

namespace Gatehouse {

class CountTile;
class LiveCounts;
struct Counts;

/// What is counted on a page; nothing for a page without a count. Of the tokens the living are counted.
std::optional<qint64> countOn(const QString &page, const Counts &counts);

/// How many there are of each, in a row; a click leads to the page.
class CountTiles : public QWidget
{
    Q_OBJECT

public:
    /// `pages` are keys of pages that have counts.
    CountTiles(LiveCounts &counts, const QStringList &pages, QWidget *parent = nullptr);

Q_SIGNALS:
    void pageRequested(const QString &key, const QString &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addTile(const QString &page);
    void showCounts(const Counts &counts);
    void retranslate();

    QHash<QString, CountTile *> m_tiles;
};

} // namespace Gatehouse
