#pragma once

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

struct Application;

/// What an application's registration must be like before it is stored.
class ApplicationRules
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ApplicationRules)

public:
    /// What is wrong, as a sentence; empty: nothing.
    static QString problemOf(const Application &application);
    /// RFC 6749 section 3.1.2: an absolute URI without fragment; not one that a browser would execute.
    static QString problemOfRedirectUri(const QString &uri);
    /// RFC 6749 section 3.3: scope tokens separated by blanks.
    static QString problemOfScopes(const QString &scopes);
};

} // namespace Gatehouse
