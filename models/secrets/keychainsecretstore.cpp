#include "models/secrets/keychainsecretstore.h"

#include <QObject>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace Gatehouse {

namespace {

const QString Service = QStringLiteral("Gatehouse");

} // namespace

KeychainSecretStore::KeychainSecretStore(std::chrono::milliseconds patience)
    : m_patience(patience)
{ }

void KeychainSecretStore::read(const QString &name, QObject *context, Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(Service);
    job->setKey(name);
    run(job, context, [job, done = std::move(done)](const Result<void> &outcome) {
        done(outcome ? Result<QByteArray>(job->binaryData()) : Result<QByteArray>(outcome.error()));
    });
}

void KeychainSecretStore::write(const QString &name, const QByteArray &secret, QObject *context, Done done)
{
    auto *job = new QKeychain::WritePasswordJob(Service);
    job->setKey(name);
    job->setBinaryData(secret);
    run(job, context, std::move(done));
}

void KeychainSecretStore::remove(const QString &name, QObject *context, Done done)
{
    auto *job = new QKeychain::DeletePasswordJob(Service);
    job->setKey(name);
    run(job, context, std::move(done));
}

/// A job that is given up goes on by itself and deletes itself when it ends.
void KeychainSecretStore::run(QKeychain::Job *job, QObject *context, const Finished &finished) const
{
    auto *limit = new QTimer(job);
    limit->setSingleShot(true);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, limit, finished] {
        limit->stop();
        finished(outcomeOf(*job));
    });
    QObject::connect(limit, &QTimer::timeout, context, [job, context, finished] {
        QObject::disconnect(job, &QKeychain::Job::finished, context, nullptr);
        finished(Error {Error::Kind::Conflict, tr("it did not answer in time")});
    });
    limit->start(m_patience);
    job->start();
}

Result<void> KeychainSecretStore::outcomeOf(const QKeychain::Job &job)
{
    const QString said = job.errorString().trimmed();
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return Error {Error::Kind::NotFound, tr("it has no such entry")};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return Error {Error::Kind::Conflict, tr("it was not allowed to answer")};
    default:
        return Error {Error::Kind::Unavailable, said.isEmpty() ? tr("it cannot be reached") : said};
    }
}

} // namespace Gatehouse
