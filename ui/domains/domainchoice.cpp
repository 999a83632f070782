#include "ui/domains/domainchoice.h"

#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "server/servercontroller.h"
#include "ui/uistate.h"

#include <algorithm>

namespace Gatehouse {

namespace {

const QString DomainKey = QStringLiteral("domain");

} // namespace

DomainChoice::DomainChoice(const Console &console, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_wanted(UiState(console.settings).text(DomainKey))
{
    m_current.id = DomainStore::DefaultId;
    connect(&m_console.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (!changes[Table::Domains].isEmpty())
            read();
    });
    read();
}

QString DomainChoice::issuer() const
{
    return m_current.issuer.isEmpty() ? QString(m_console.server.issuer() + pathOf(m_current)) : m_current.issuer;
}

void DomainChoice::choose(Id domain)
{
    const auto found = std::find_if(m_domains.begin(), m_domains.end(),
                                    [domain](const IdentityDomain &each) { return each.id == domain; });
    if (found == m_domains.end() || domain == m_current.id)
        return;
    m_wanted = found->name;
    UiState(m_console.settings).setText(DomainKey, m_wanted);
    adopt(*found);
}

void DomainChoice::read()
{
    m_console.store.run([](Store &store) { return store.domains().list(); }, this,
                        [this](const Result<QList<IdentityDomain>> &domains) { take(domains); });
}

void DomainChoice::take(const Result<QList<IdentityDomain>> &domains)
{
    if (!domains || domains->isEmpty())
        return;
    m_domains = *domains;
    const auto wanted = std::find_if(m_domains.begin(), m_domains.end(),
                                     [this](const IdentityDomain &each) { return each.name == m_wanted; });
    Q_EMIT listed();
    adopt(wanted == m_domains.end() ? m_domains.first() : *wanted);
}

void DomainChoice::adopt(const IdentityDomain &domain)
{
    m_current = domain;
    Q_EMIT chosen();
}

} // namespace Gatehouse
