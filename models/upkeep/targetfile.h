#pragma once

#include "models/result.h"
#include "models/store/databaseurl.h"

#include <QCoreApplication>

namespace Gatehouse {

/// The file that a copy of a database is written into: under another name until it is whole, and for its owner alone from the
/// first byte, because it names users and holds what tokens can be known by.
class TargetFile
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::TargetFile)

public:
    TargetFile(const DatabaseUrl &source, const QString &file);
    /// Takes away what finish() has not put in its place.
    ~TargetFile();
    TargetFile(const TargetFile &) = delete;
    TargetFile &operator=(const TargetFile &) = delete;

    /// Makes part(), empty. Error::Invalid when the file is one of the source's own, Error::Unavailable when it cannot be made.
    Result<void> create();
    /// What is to be written into.
    QString part() const { return m_file + ".part"; }
    /// Puts it in its place, over a file that was there.
    Result<void> finish();

    Error cannotWrite(const QString &cause) const;

private:
    Result<void> check() const;
    void removeParts() const;

    const DatabaseUrl m_source;
    const QString m_file;
};

} // namespace Gatehouse
