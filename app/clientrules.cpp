#include "app/clientrules.h"

#include "models/registration/applicationchanges.h"
#include "models/store/applicationstore.h"
#include "models/store/store.h"

#include <QJsonArray>

namespace Gatehouse {

Result<void> ClientRules::applyTo(Store &store, Id domain) const
{
    for (auto rules = m_rules.begin(); rules != m_rules.end(); ++rules) {
        const auto found = store.applications().findByUid(domain, rules.key());
        if (!found)
            return found.error();
        if (!*found)
            return Error {Error::Kind::NotFound,
                          tr("The configuration file names an application with the client_id \"%1\"; there is none.")
                              .arg(rules.key())};
        const Result<void> changed = ApplicationChanges(store, ApplicationChanges::fromConfiguration())
                                         .update(withRules(**found, rules->toObject()));
        if (!changed)
            return changed;
    }
    return {};
}

Application ClientRules::withRules(Application application, const QJsonObject &rules)
{
    if (const QJsonValue types = rules.value(QStringLiteral("grant_types")); types.isArray())
        application.grantTypes = types.toVariant().toStringList().join(u' ');
    if (const QJsonValue trusted = rules.value(QStringLiteral("trusted")); trusted.isBool())
        application.trusted = trusted.toBool();
    if (const QJsonValue super = rules.value(QStringLiteral("super_client")); super.isBool())
        application.superClient = super.toBool();
    return application;
}

} // namespace Gatehouse
