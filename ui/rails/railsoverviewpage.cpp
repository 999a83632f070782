#include "ui/rails/railsoverviewpage.h"

#include "models/doorkeeper/railsdatabase.h"
#include "ui/livetables.h"
#include "ui/rails/railscard.h"
#include "ui/rails/railsconsole.h"
#include "ui/widgets/counttiles.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Gatehouse {

RailsOverviewPage::RailsOverviewPage(const RailsConsole &console, LiveTables &live, const QStringList &counted,
                                     QWidget *parent)
    : Page(parent)
    , m_tiles(new CountTiles(live.counts(), counted, this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("overviewPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(new RailsCard(console.reader.url().display(), console.database.schema(), this));
    column->addWidget(m_tiles);
    column->addWidget(m_hint);
    column->addStretch(1);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    connect(m_tiles, &CountTiles::pageRequested, this, &Page::pageRequested);
    RailsOverviewPage::retranslate();
}

QWidget *RailsOverviewPage::mainPane()
{
    return m_tiles;
}

void RailsOverviewPage::retranslate()
{
    m_hint->setText(tr("The values of tokens, codes and secrets are not read, whether they are stored plain or as "
                       "digests: each token and grant is named by the number of its row."));
}

} // namespace Gatehouse
