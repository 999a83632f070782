#pragma once

#include "models/records/policy.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace Gatehouse {

struct Application;

/// What an application's registration must be like before it is stored, whoever asks for it: the window or a web page.
/// The extra demands are made of pages, not of the person who runs the server.
class ApplicationRules
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ApplicationRules)

public:
    enum class Field { Name, ClientId, RedirectUri, Scopes };
    enum class Fault {
        Blank,
        TooLong,
        Characters, ///< it holds some that it may not
        Unknown, ///< the server does not have it
        NoUri, ///< RFC 3986 reads it differently or not at all
        Forbidden, ///< a browser would execute it
        Fragment, ///< RFC 6749 3.1.2
        NoScheme, ///< "localhost:3000/cb" and "mailto:x": what stands before the colon leads nowhere
        Relative, ///< RFC 6749 3.1.2
        Unencrypted, ///< plain http to another computer (RFC 9700 2.6)
    };
    struct Problem
    {
        Field field;
        Fault fault;
        QString value; ///< the URI or scope that is meant; empty: the whole field
    };

    /// Looks up a text of this class.
    using Translate = std::function<QString(const char *source)>;

    static constexpr qsizetype MaxNameLength = 255;

    bool needsHttps = false;
    bool needsRedirectUri = false;
    std::optional<QStringList> knownScopes; ///< not set: any may be named

    /// What pages demand: no plain http but to this computer, and an address where a flow of the application's needs one.
    static ApplicationRules forPages(const Policy &policy, const Application &application);

    /// In the order of the fields; each field and each URI may have several.
    QList<Problem> problemsOf(const Application &application) const;
    /// A problem as a sentence for a person: in the language of the program, or in that of `tr`.
    static QString sentence(const Problem &problem);
    static QString sentence(const Problem &problem, const Translate &tr);

private:
    void checkName(const Application &application, QList<Problem> &problems) const;
    void checkRedirectUris(const Application &application, QList<Problem> &problems) const;
    void checkScopes(const Application &application, QList<Problem> &problems) const;
    QList<Fault> faultsOf(const QString &uri) const;
    static QString redirectUriSentence(const Problem &problem, const Translate &tr);
};

} // namespace Gatehouse
