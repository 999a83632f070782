#include "ui/rails/railsuserspage.h"

#include "ui/livetables.h"
#include "ui/widgets/placeholder.h"

namespace Gatehouse {

RailsUsersPage::RailsUsersPage(const WindowContext &context, LiveTables &live, QWidget *parent)
    : PeoplePage(context, live.users(), parent)
{
    makeTokensAction();
    actionsAreMade();
    showColumns({40, 30, 14});
    RailsUsersPage::retranslate();
}

void RailsUsersPage::retranslate()
{
    PeoplePage::retranslate();
    placeholder().setText(tr("No users yet"), tr("They sign up in the Rails application."));
}

} // namespace Gatehouse
