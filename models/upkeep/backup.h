#pragma once

#include "models/result.h"
#include "models/store/connection.h"
#include "models/upkeep/pagecopy.h"

namespace Gatehouse {

class TargetFile;

/// Copies a database that is in use into a file that only its owner can read: one moment of it, whatever is written
/// meanwhile. The file appears when it is whole and on the disk. Works in the calling thread, through a connection of its own.
class Backup
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::Backup)

public:
    using Progress = PageCopy::Progress;

    /// Connection::Access::Inspect for a source that nobody has open.
    Backup(const DatabaseUrl &source, const QString &file, Connection::Access access = Connection::Access::Read);

    /// False: it was cancelled, and nothing is left. Error::Unavailable when the file cannot be written, Error::Damaged when the source cannot be
    /// read.
    Result<bool> run(const Progress &progress) const;

private:
    Result<bool> copy(Connection &source, const TargetFile &target, const Progress &progress) const;

    const DatabaseUrl m_source;
    const QString m_file;
    const Connection::Access m_access;
};

} // namespace Gatehouse
