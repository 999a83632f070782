#pragma once

#include "server/revocation/revocationdialect.h"

namespace Gatehouse {

/// How the administration API refuses: JSON with the errors of RFC 6750.
class AdministrationDialect final : public RevocationDialect
{
public:
    QString name() const override { return QStringLiteral("admin"); }
    RevocationLevel defaultLevel(bool) const override { return RevocationLevel::None; }
    Response succeeded() const override;
    Response refused(Context &context, const Refused &refused) const override;
};

} // namespace Gatehouse
