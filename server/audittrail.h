#pragma once

#include "models/records/types.h"
#include "models/result.h"

#include <QJsonObject>

namespace Gatehouse {

struct Context;

/// Writes into audit_events what a request changed, in the same transaction as the change.
class AuditTrail
{
public:
    explicit AuditTrail(Context &context)
        : m_context(context)
    { }

    /// `action` for instance "token.revoked", `kind` and `id` the subject. `details` never hold a secret.
    Result<void> note(const char *action, const char *kind, Id id, const QJsonObject &details = {});

private:
    QString actor() const;

    Context &m_context;
};

} // namespace Gatehouse
