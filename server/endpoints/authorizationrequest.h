#pragma once

#include "models/records/application.h"
#include "server/checks/codechallenge.h"
#include "server/checks/responsetype.h"
#include "server/message/oautherror.h"

#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace Gatehouse {

struct Context;

/// Who asks and where the answer goes. Only once this is known may a browser be sent anywhere.
struct AuthorizationTarget
{
    Application application;
    QString redirectUri;
    bool redirectUriSent = true; ///< false: the only registered one stands in for it (RFC 6749 section 3.1.2.3)
};

/// An authorization request that passed every check (RFC 6749 sections 4.1.1 and 4.2.1).
struct AuthorizationRequest
{
    AuthorizationTarget target;
    ResponseType type = ResponseType::Code;
    ResponseMode mode = ResponseMode::Query;
    QString scopes;
    CodeChallenge challenge;
};

/// client_id and redirect_uri. What it refuses is told to the person, never sent to the address (RFC 6749 4.1.2.1).
Outcome<AuthorizationTarget> authorizationTarget(Context &context);
/// Everything else. What it refuses may be sent to the target.
Outcome<AuthorizationRequest> authorizationRequest(Context &context, const AuthorizationTarget &target);

/// Where an error goes when the request itself is in doubt: the fragment when a token was asked for.
ResponseMode errorModeOf(const Context &context);

/// The request's own parameters by name, as a form or an address can carry them again. Nothing else that was sent is kept.
QList<QPair<QString, QString>> authorizationParameters(const Context &context);

} // namespace Gatehouse
