#pragma once

#include "models/records/application.h"

#include <QStringView>

namespace Gatehouse {

class Parameters;

// What forms and JSON documents call the fields of an application.
inline constexpr QStringView NameField = u"doorkeeper_application[name]";
inline constexpr QStringView RedirectUriField = u"doorkeeper_application[redirect_uri]";
inline constexpr QStringView ScopesField = u"doorkeeper_application[scopes]";
inline constexpr QStringView ConfidentialField = u"doorkeeper_application[confidential]";

/// Whether the request speaks of an application at all.
bool hasApplicationForm(const Parameters &parameters);

/// The application with the fields that were sent. What the form does not have cannot be set: client_id, secret, id.
Application withApplicationForm(const Parameters &parameters, Application application);

} // namespace Gatehouse
