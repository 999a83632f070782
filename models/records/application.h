#pragma once

#include "models/records/types.h"

#include <QString>
#include <QStringList>

namespace Gatehouse {

/// A client (RFC 6749 section 2), one row of oauth_applications.
struct Application
{
    Id id = 0;
    Id domainId = 0;
    QString name;
    QString uid; ///< the client_id
    QString secret; ///< as stored: see secrets/passwordhash.h; empty for a public client without one
    QString redirectUri; ///< registered addresses as they were given: one a line, or separated by blanks
    QString scopes; ///< what it may ask for, separated by blanks; empty: what the policy allows
    bool confidential = true; ///< RFC 6749 section 2.1
    bool enabled = true;
    bool trusted = false; ///< consent is not asked (confidential clients only)
    bool superClient = false; ///< may revoke and list the tokens that users gave other applications (Kustvakt)
    QString grantTypes; ///< grant_type values separated by blanks; empty: what the policy allows
    Timestamp notBefore = 0; ///< tokens issued before this are inactive
    Timestamp createdAt = 0;
    Timestamp updatedAt = 0;

    QStringList redirectUris() const { return redirectUri.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts); }
    QStringList scopeNames() const { return scopes.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts); }
};

} // namespace Gatehouse
