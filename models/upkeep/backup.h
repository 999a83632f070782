#pragma once

#include "models/result.h"
#include "models/store/databaseurl.h"

#include <QCoreApplication>

#include <functional>

namespace Gatehouse {

class Connection;
class TargetFile;

/// Copies a database that is in use into a file that only its owner can read: one moment of it, whatever is written
/// meanwhile. The file appears when it is whole and on the disk. Works in the calling thread, through a connection of its own.
class Backup
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Backup)

public:
    /// Asked after every part; false cancels.
    using Progress = std::function<bool(int percent)>;

    Backup(const DatabaseUrl &source, const QString &file);

    /// False: it was cancelled, and nothing is left. Error::Unavailable when the file cannot be written.
    Result<bool> run(const Progress &progress);

private:
    Result<bool> copy(Connection &source, const TargetFile &target, const Progress &progress);

    const DatabaseUrl m_source;
    const QString m_file;
};

} // namespace Gatehouse
