#include "ui/domains/domainswitcher.h"

#include "ui/domains/domainchoice.h"

namespace Gatehouse {

namespace {

constexpr int MostCharacters = 28;

} // namespace

DomainSwitcher::DomainSwitcher(DomainChoice &choice, QWidget *parent)
    : QComboBox(parent)
    , m_choice(choice)
{
    setObjectName(QStringLiteral("domainSwitcher"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMaximumWidth(fontMetrics().averageCharWidth() * MostCharacters);
    connect(this, &QComboBox::activated, this, [this] { m_choice.choose(currentData().toLongLong()); });
    connect(&m_choice, &DomainChoice::listed, this, &DomainSwitcher::showDomains);
    connect(&m_choice, &DomainChoice::chosen, this, &DomainSwitcher::showCurrent);
    retranslate();
}

void DomainSwitcher::retranslate()
{
    setAccessibleName(tr("Identity domain"));
    setToolTip(tr("The identity domain that the window shows"));
    showDomains();
}

void DomainSwitcher::showDomains()
{
    clear();
    for (const IdentityDomain &domain : m_choice.domains())
        //: %1 is a domain that is switched off
        addItem(domain.enabled ? domain.name : tr("%1 (off)").arg(domain.name), domain.id);
    showCurrent();
}

void DomainSwitcher::showCurrent()
{
    setCurrentIndex(findData(m_choice.current().id));
}

} // namespace Gatehouse
