#pragma once

#include "models/revocation/revocationtarget.h"

#include <QString>
#include <QStringList>

namespace Gatehouse {

/// The rows that a target names, as SQL conditions on a table whose alias is `t`. Numbers stand in the text; they are row
/// ids and times, never anything that a client wrote.
namespace TargetSql {

/// Of oauth_access_tokens; both halves of the pair.
QString tokens(const RevocationTarget &target);
/// Of oauth_access_grants.
QString grants(const RevocationTarget &target);
/// Of consents; none unless the target takes them along.
QString consents(const RevocationTarget &target);
/// Of token_families whose every refresh token is meant; none where the target means single tokens.
QString families(const RevocationTarget &target);

/// The conditions, each once, joined by OR and nested evenly: SQLite bounds how deep an expression may be, and a person may
/// choose thousands of rows. None: nothing fits.
QString anyOf(QStringList conditions);

} // namespace TargetSql

} // namespace Gatehouse
