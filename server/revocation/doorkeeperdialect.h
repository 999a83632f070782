#pragma once

#include "server/revocation/revocationdialect.h"

namespace Gatehouse {

/// POST /oauth/revoke (RFC 7009), with Doorkeeper's ways of refusing where `doorkeeper_mode` has them.
class DoorkeeperDialect final : public RevocationDialect
{
public:
    QString name() const override { return QStringLiteral("doorkeeper"); }
    RevocationLevel defaultLevel(bool) const override { return RevocationLevel::RelatedTokens; }
    bool takesBearer(const Policy &policy) const override;
    bool readsLikeDoorkeeper(const Policy &policy) const override;
    bool takesNothing(const Policy &policy) const override;
    QString hint(const Context &context) const override;
    Response succeeded() const override;
    Response refused(Context &context, const Refused &refused) const override;
};

} // namespace Gatehouse
