#pragma once

#include "models/records/types.h"
#include "models/result.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace Gatehouse {

class Store;
struct Application;

/// The configuration file's rules of single applications: what each of them may do, by client_id.
class ClientRules
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ClientRules)

public:
    explicit ClientRules(const QJsonObject &rules)
        : m_rules(rules)
    { }

    /// Sets them for the stored applications of a domain. Error::NotFound names a client_id that is not there.
    Result<void> applyTo(Store &store, Id domain) const;

private:
    static Application withRules(Application application, const QJsonObject &rules);

    QJsonObject m_rules;
};

} // namespace Gatehouse
