#include "ui/domains/domaindialog.h"

#include "ui/issuerrule.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace Gatehouse {

DomainDialog::DomainDialog(const IdentityDomain &domain, const QString &standardIssuer, QWidget *parent)
    : FormDialog(domain.id ? tr("Issuer of “%1”").arg(domain.name) : tr("New Domain"),
                 domain.id ? tr("&Save") : tr("Create &Domain"), parent)
    , m_domain(domain)
    , m_standardIssuer(standardIssuer)
    , m_name(new QLineEdit(domain.name, this))
    , m_issuer(new QLineEdit(domain.issuer, this))
{
    setObjectName(QStringLiteral("domainDialog"));
    m_name->setObjectName(QStringLiteral("name"));
    m_issuer->setObjectName(QStringLiteral("issuer"));
    m_name->setLayoutDirection(Qt::LeftToRight);
    m_issuer->setLayoutDirection(Qt::LeftToRight);
    if (domain.id == 0) {
        form().addRow(tr("&Name:"), m_name);
        form().addRow({}, new QLabel(tr("The name stands in the domain's addresses and stays."), this));
        connect(m_name, &QLineEdit::textChanged, this, &DomainDialog::showStandardIssuer);
    } else {
        m_name->hide();
    }
    form().addRow(tr("&Issuer:"), m_issuer);
    showStandardIssuer();
    resize(fontMetrics().averageCharWidth() * 70, sizeHint().height());
}

IdentityDomain DomainDialog::domain() const
{
    IdentityDomain domain = m_domain;
    domain.name = m_name->text().trimmed();
    domain.issuer = m_issuer->text().trimmed();
    while (domain.issuer.endsWith(u'/'))
        domain.issuer.chop(1);
    return domain;
}

QString DomainDialog::check() const
{
    const IdentityDomain entered = domain();
    if (entered.name.isEmpty())
        return tr("The name is missing.");
    if (!entered.issuer.isEmpty() && !isIssuer(entered.issuer))
        return tr("The issuer must be an http or https address without query and fragment.");
    return {};
}

void DomainDialog::showStandardIssuer()
{
    m_issuer->setPlaceholderText(m_standardIssuer.contains(u'%') ? m_standardIssuer.arg(m_name->text().trimmed())
                                                                 : m_standardIssuer);
}

} // namespace Gatehouse
