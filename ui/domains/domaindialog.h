#pragma once

#include "models/records/domain.h"
#include "ui/dialogs/formdialog.h"

class QLineEdit;

namespace Gatehouse {

/// Name and issuer of a new identity domain, or the issuer of one that is there.
class DomainDialog : public FormDialog
{
    Q_OBJECT

public:
    /// `standardIssuer`: what the issuer is when the field is left empty; %1 in it is the name.
    DomainDialog(const IdentityDomain &domain, const QString &standardIssuer, QWidget *parent);

    IdentityDomain domain() const;

protected:
    QString check() const override;

private:
    void showStandardIssuer();

    const IdentityDomain m_domain;
    const QString m_standardIssuer;
    QLineEdit *m_name;
    QLineEdit *m_issuer;
};

} // namespace Gatehouse
