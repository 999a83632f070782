#include "ui/pages/issuedgrantspage.h"

#include "ui/lineage/lineageview.h"
#include "ui/livedata.h"

namespace Gatehouse {

IssuedGrantsPage::IssuedGrantsPage(const Console &console, LiveData &live, QWidget *parent)
    : GrantsPage(console, live, parent)
    , m_lineage(new LineageView(console.store, LineageView::Subject::Code, this))
{
    details().addView(m_lineage);
    connect(m_lineage, &LineageView::tokenActivated, this, [this](Id token) {
        Q_EMIT pageRequested(QStringLiteral("tokens"), QStringLiteral("number:%1").arg(token));
    });
    connect(m_lineage, &LineageView::eventChosen, this,
            [this](Id event) { Q_EMIT pageRequested(QStringLiteral("audit"), QStringLiteral("id:%1").arg(event)); });
    IssuedGrantsPage::retranslate();
}

void IssuedGrantsPage::retranslate()
{
    GrantsPage::retranslate();
    details().setViewName(m_lineage, tr("Lineage"));
}

void IssuedGrantsPage::selectionShifted()
{
    GrantsPage::selectionShifted();
    m_lineage->follow(selectedId());
}

} // namespace Gatehouse
