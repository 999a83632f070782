#pragma once

#include "models/registration/applicationrules.h"
#include "server/message/response.h"

#include <QList>
#include <QString>

namespace Gatehouse {

struct Application;
struct AuthorizedApplication;
struct Context;

/// One application as Doorkeeper shows it. `secret` was made just now; else it is what can be read, or null.
Response applicationJson(int status, const Application &application, const QString &secret = {});
/// All applications, without secrets.
Response applicationsJson(const QList<Application> &applications);
/// What a user gave access to; the client_id is told of public clients only.
Response authorizationsJson(const QList<AuthorizedApplication> &authorizations);

/// Why an application is not registered: Doorkeeper's list of sentences, or an error of RFC 7591 section 3.2.2.
Response problemsJson(Context &context, const QList<ApplicationRules::Problem> &problems);

} // namespace Gatehouse
