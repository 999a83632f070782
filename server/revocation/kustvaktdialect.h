#pragma once

#include "server/revocation/revocationdialect.h"

namespace Gatehouse {

/// POST ROOT/oauth2/revoke as Kustvakt documents it, without its faults (revocation.md sections 1.1 and 5.3).
class KustvaktDialect final : public RevocationDialect
{
public:
    QString name() const override { return QStringLiteral("kustvakt"); }
    RevocationLevel defaultLevel(bool isRefreshToken) const override;
    Response succeeded() const override;
    Response refused(Context &context, const Refused &refused) const override;
};

} // namespace Gatehouse
