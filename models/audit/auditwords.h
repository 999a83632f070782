#pragma once

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

/// The words of the audit trail, as stored, in words for a person. What is not known here is shown as it is stored.
/// The words chosen hold those of the wire, so that a filter finds what it sees.
class AuditWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::AuditWords)

public:
    /// "token.reuse_detected"
    static QString action(const QString &stored);
    /// "refused_foreign_token"
    static QString outcome(const QString &stored);
    /// "client:UID", "user:EMAIL", "console"; `application` is the name of the one with that UID, if there is one.
    static QString actor(const QString &stored, const QString &application = {});
    /// "token:42"
    static QString subject(const QString &stored);
    /// The name of a member of the details.
    static QString detail(const QString &key);
};

} // namespace Gatehouse
