#pragma once

#include "models/secrets/secretstore.h"

#include <QCoreApplication>

#include <chrono>

namespace QKeychain {
class Job;
}

namespace Gatehouse {

/// The desktop's secret service, through QtKeychain. Costs nothing until it is asked. Lives in the main thread: the
/// service's own library answers there.
class KeychainSecretStore : public SecretStore
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::KeychainSecretStore)

public:
    /// Whoever asks for the keyring's password may never do so, or to nobody: after `patience` the answer is an error.
    explicit KeychainSecretStore(std::chrono::milliseconds patience = std::chrono::minutes(1));

    void read(const QString &name, QObject *context, Read done) override;
    void write(const QString &name, const QByteArray &secret, QObject *context, Done done) override;
    void remove(const QString &name, QObject *context, Done done) override;

private:
    using Finished = std::function<void(const Result<void> &)>;

    void run(QKeychain::Job *job, QObject *context, const Finished &finished) const;
    static Result<void> outcomeOf(const QKeychain::Job &job);

    std::chrono::milliseconds m_patience;
};

} // namespace Gatehouse
