#include "ui/rails/railstables.h"

#include "ui/revocation/revocationpanel.h"

namespace Gatehouse {

RevocationPane *RailsTables::newRevocationPane(RevocationPick::Kind kind)
{
    const bool isToken = kind == RevocationPick::Kind::Tokens;
    return new RevocationPanel(m_desk, isToken ? RevocationSubject::Tokens : RevocationSubject::Grants);
}

} // namespace Gatehouse
