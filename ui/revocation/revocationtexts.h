#pragma once

#include "models/revocation/revocationchoices.h"
#include "models/revocation/revocationcounts.h"

#include <QCoreApplication>

namespace Gatehouse {

/// What the preview of a revocation says.
class RevocationTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::RevocationTexts)

public:
    static QString title(const RevocationPick &pick, const QString &name);
    static QString reach(RevocationPick::Kind kind, RevocationReach reach);
    /// "3 access tokens, 2 refresh tokens, 1 consent"; "nothing".
    static QString counts(const RevocationCounts &counts);
    /// On the button.
    static QString verb(const RevocationCounts &counts);
    static QString done(const RevocationCounts &counts);
};

} // namespace Gatehouse
