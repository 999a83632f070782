#pragma once

#include "models/records/consent.h"
#include "models/result.h"

#include <QList>

#include <optional>

namespace Gatehouse {

class Connection;
class Writer;

/// A consent with the client_id of its application.
struct NamedConsent
{
    Consent consent;
    QString applicationUid;
};

/// consents: at most one row that is not withdrawn for a user, application and resource.
class ConsentStore
{
public:
    ConsentStore(Connection &connection, Writer &writer);

    /// The consent that stands, if any.
    Result<std::optional<Consent>> find(Id user, Id application, const QString &resource = {});
    /// All that the user of the domain ever gave, the oldest first; withdrawn ones too.
    Result<QList<NamedConsent>> listOf(Id domain, Id user);
    /// Adds the scopes to the consent that stands, or makes one.
    Result<Consent> give(Id domain, Id user, Id application, const QString &scopes, Timestamp now,
                         const QString &resource = {});

private:
    Result<Consent> insert(Consent consent);
    Result<Consent> extend(Consent consent, const QString &scopes, Timestamp now);

    Connection &m_connection;
    Writer &m_writer;
};

} // namespace Gatehouse
