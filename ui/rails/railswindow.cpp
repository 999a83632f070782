#include "ui/rails/railswindow.h"

#include "models/doorkeeper/railsdatabase.h"
#include "ui/pages/grantspage.h"
#include "ui/rails/railsapplicationspage.h"
#include "ui/rails/railsoverviewpage.h"
#include "ui/rails/railsstatusbar.h"
#include "ui/rails/railstables.h"
#include "ui/rails/railstokenspage.h"
#include "ui/rails/railsuserspage.h"

#include <QFileInfo>
#include <QMenu>

namespace Gatehouse {

namespace {

/// What Doorkeeper does not record, or this version of it.
QSet<int> unknownGrantColumns(const RailsSchema &schema)
{
    QSet<int> unknown {GrantsModel::Tokens};
    if (!schema.has(RailsTable::Grants, QStringLiteral("code_challenge")))
        unknown.insert(GrantsModel::Pkce);
    return unknown;
}

} // namespace

RailsWindow::RailsWindow(const RailsConsole &console, QWidget *parent)
    : PageWindow(console.settings, QStringLiteral("rails"), parent)
    , m_console(console)
    , m_live(new RailsTables(console, console.database, this))
{
    connect(&console.database, &RailsDatabase::changed, m_live, &LiveTables::applyChanges);
    addPages();
    setStatusBar(new RailsStatusBar(console.reader.url().display(), this));
    showCountsOf(m_live->counts());
    start();
}

void RailsWindow::addPages()
{
    const RailsSchema &schema = m_console.database.schema();
    QList<Page *> pages {new RailsApplicationsPage(m_console, *m_live, this)};
    if (schema.users())
        pages.append(new RailsUsersPage(m_console, *m_live, this));
    if (schema.hasTable(RailsTable::Grants))
        pages.append(new GrantsPage(m_console, *m_live, this, unknownGrantColumns(schema)));
    pages.append(new RailsTokensPage(m_console, *m_live, this));
    QStringList counted;
    for (const Page *page : std::as_const(pages))
        counted.prepend(page->key());
    addPage(new RailsOverviewPage(m_console, *m_live, counted, this));
    for (Page *page : std::as_const(pages))
        addPage(page);
}

void RailsWindow::retranslate()
{
    PageWindow::retranslate();
    ownMenu().setTitle(tr("&Database"));
    const QString file = QFileInfo(m_console.reader.url().path).fileName();
    //: name of a file
    setWindowTitle(tr("Gatehouse — %1 (Doorkeeper database of a Rails application)").arg(file));
}

} // namespace Gatehouse
