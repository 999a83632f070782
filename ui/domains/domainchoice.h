#pragma once

#include "models/records/domain.h"
#include "models/result.h"
#include "ui/console.h"

#include <QList>
#include <QObject>

namespace Gatehouse {

/// Which identity domain the window shows, of those that there are. Remembered by name between two runs.
class DomainChoice : public QObject
{
    Q_OBJECT

public:
    explicit DomainChoice(const Console &console, QObject *parent = nullptr);

    /// The default one first; empty until they are read.
    const QList<IdentityDomain> &domains() const { return m_domains; }
    /// The default one until they are read, and when the remembered one is gone.
    const IdentityDomain &current() const { return m_current; }
    /// What tables are narrowed to; 0, which costs nothing, while there is one domain only.
    Id scope() const { return m_domains.size() > 1 ? m_current.id : 0; }
    /// The issuer that the current domain's answers name.
    QString issuer() const;

    void choose(Id domain);

Q_SIGNALS:
    /// Which domains there are, or what one of them is like.
    void listed();
    /// Another one, or it is another now.
    void chosen();

private:
    void read();
    void take(const Result<QList<IdentityDomain>> &domains);
    void adopt(const IdentityDomain &domain);

    const Console m_console;
    QList<IdentityDomain> m_domains;
    IdentityDomain m_current;
    QString m_wanted; ///< the name that was remembered
};

} // namespace Gatehouse
