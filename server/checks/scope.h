#pragma once

#include "server/message/oautherror.h"

#include <QStringList>

namespace Gatehouse {

struct Application;
struct Context;
struct Policy;

/// The single scopes of a list separated by blanks (RFC 6749 section 3.3), each once, in their order.
QStringList scopeList(const QString &scopes);

/// The scopes an application gets for its request's `scope` (RFC 6749 section 3.3), as a list separated by blanks: what it
/// asked for when the domain, the application and the grant type may have it all, the domain's default when it asked for
/// nothing. Without an application (nullptr) the other two decide.
Outcome<QString> grantedScopes(Context &context, const Application *application, const QString &grantType);

/// What a refresh may have (RFC 6749 section 6): `requested` when `granted` covers it, `granted` when nothing is asked for.
Outcome<QString> narrowedScopes(Context &context, const QString &granted, const QString &requested);

} // namespace Gatehouse
