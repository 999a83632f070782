#pragma once

#include "models/result.h"
#include "models/secrets/secretbytes.h"

#include <QCoreApplication>
#include <QString>

namespace Gatehouse {

/// A small file that its owner alone may read and write (0600).
class OwnerFile
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::OwnerFile)

public:
    explicit OwnerFile(const QString &path)
        : m_path(path)
    { }

    const QString &path() const { return m_path; }
    bool exists() const;
    /// Error::NotFound: not there; Error::Invalid: others may read or write it, it is not a file of ours, or too large.
    Result<SecretBytes> read() const;
    /// Whole or not at all, through a power cut too, in the place of what was there. Makes its folder (0700) if need be.
    Result<void> write(const QByteArray &content) const;
    Result<void> remove() const;
    /// Makes a folder for its owner alone (0700) where there is none.
    static Result<void> makeFolder(const QString &path);

private:
    static Error failed(const QString &sentence);
    static bool put(const QString &path, const QByteArray &content);

    QString m_path;
};

} // namespace Gatehouse
