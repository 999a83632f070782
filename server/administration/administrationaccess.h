#pragma once

#include "server/message/oautherror.h"

#include <QString>

namespace Gatehouse {

struct Context;
struct RevocationAudit;

/// The scope that an access token needs beside an administrator as its resource owner.
inline constexpr char AdministrationScope[] = "gatehouse:admin";

/// The administrator behind the request: by an access token with AdministrationScope, or by e-mail address and password in a
/// Basic header. From this machine only, unless `remote_administration` is on. Notes who it is in `audit`, and the outcome
/// when refused with 403 insufficient_scope.
Outcome<QString> administratorOf(Context &context, RevocationAudit &audit);

/// By e-mail address and password alone, as Oracle's administration routes take them: a refusal is invalid_client.
Outcome<QString> administratorByPassword(Context &context, RevocationAudit &audit);

} // namespace Gatehouse
