#pragma once

#include "server/revocation/revocationdialect.h"

namespace Gatehouse {

/// POST /oauth2/rest/token/revoke of Oracle Access Management (revocation.md sections 1.2 and 5.3).
class OamDialect final : public RevocationDialect
{
public:
    QString name() const override { return QStringLiteral("oam"); }
    RevocationLevel defaultLevel(bool) const override { return RevocationLevel::None; }
    bool namesDomain() const override { return true; }
    QByteArray bodyWhenLost(const Context &context) const override;
    Response succeeded() const override;
    Response refused(Context &context, const Refused &refused) const override;
};

} // namespace Gatehouse
