#pragma once

#include "server/checks/responsetype.h"
#include "server/message/response.h"

#include <QList>
#include <QPair>
#include <QString>

namespace Gatehouse {

class PageRenderer;
struct AuthorizationRequest;
struct AuthorizationTarget;
struct Context;

/// The parameters of an answer, in their order.
using AnswerFields = QList<QPair<QString, QString>>;

/// Sends the browser to the target with the answer, the state and the issuer (RFC 6749 4.1.2 and 4.2.2, RFC 9207).
Response answerTo(Context &context, PageRenderer &renderer, const AuthorizationTarget &target, ResponseMode mode,
                  AnswerFields fields);

/// What the person would be asked, for a front end that asks in our place (switch api_only).
Response consentAsJson(Context &context, const AuthorizationRequest &request);

/// Shows an out-of-band client's code or token on the page at `path`, or gives it to the front end.
Response showOutOfBand(Context &context, PageRenderer &renderer, const QByteArray &path, const AnswerFields &fields);

/// Refuses to the person (or to Doorkeeper's callers as JSON): the browser is sent nowhere.
Response refuse(Context &context, PageRenderer &renderer, const OAuthError &error);

/// Refuses to the target (RFC 6749 4.1.2.1, 4.2.2.1), or to the person where nothing can be sent there.
Response refuseTo(Context &context, PageRenderer &renderer, const AuthorizationTarget &target, const OAuthError &error);

/// Whether the request decides (yes or no) and does not only ask.
bool isDecision(const Context &context);

} // namespace Gatehouse
