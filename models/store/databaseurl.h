#pragma once

#include "models/result.h"

#include <QString>
#include <QStringList>

namespace Gatehouse {

/// Where a database is: `sqlite:PATH`, a bare path, or `:memory:`.
/// `postgresql://…` is recognised and refused with a sentence until that engine is supported.
struct DatabaseUrl
{
    enum class Engine { Sqlite };

    Engine engine = Engine::Sqlite;
    QString path; ///< absolute path of the file
    bool temporary = false; ///< `:memory:`: a private file in memory-backed storage, removed at the end
    /// The file of another program that may have it open: no setting of it is changed, and nothing is left beside it.
    bool foreign = false;
    /// What a reading connection executes first: temporary views that show a foreign file's tables as ours.
    QStringList views = {};

    static Result<DatabaseUrl> parse(const QString &text);
    /// gatehouse.db in the platform's data location.
    static DatabaseUrl standard();
    /// What a person reads: the path, or ":memory:".
    QString display() const;
};

} // namespace Gatehouse
