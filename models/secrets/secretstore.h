#pragma once

#include "models/result.h"

#include <QByteArray>

#include <functional>

class QObject;

namespace Gatehouse {

/// Where small secrets are kept by name, by somebody else than this program. Nothing waits: each call answers later, in
/// the thread of `context`, once, and never when that is gone.
class SecretStore
{
public:
    using Read = std::function<void(Result<QByteArray>)>;
    using Done = std::function<void(Result<void>)>;

    virtual ~SecretStore() = default;

    /// Error::NotFound: there is no such secret, or none that can be seen while the store is locked; Error::Conflict: somebody
    /// refused or did not answer; Error::Unavailable: there is no such store.
    virtual void read(const QString &name, QObject *context, Read done) = 0;
    virtual void write(const QString &name, const QByteArray &secret, QObject *context, Done done) = 0;
    virtual void remove(const QString &name, QObject *context, Done done) = 0;
};

} // namespace Gatehouse
