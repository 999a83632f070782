#pragma once

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

/// What the words of the configuration file mean, for people.
class PolicyWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::PolicyWords)

public:
    static QString profile(const QString &name);
    static QString choice(const QString &word);
};

} // namespace Gatehouse
