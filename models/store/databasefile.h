#pragma once

#include "models/result.h"
#include "models/store/databaseurl.h"

namespace Gatehouse {

/// The file behind a database before it is opened for writing: what stands in the way, and its birth with narrow
/// permissions. Nothing that was there is changed before every check has passed.
class DatabaseFile
{
public:
    explicit DatabaseFile(const DatabaseUrl &url);
    /// Takes away what prepare() made, unless it was kept.
    ~DatabaseFile();
    DatabaseFile(const DatabaseFile &) = delete;
    DatabaseFile &operator=(const DatabaseFile &) = delete;

    /// Checks the file, or makes an empty one that only its owner may read. `newestSchema` is the program's; a database
    /// with a newer one is Error::TooNew.
    Result<void> prepare(int newestSchema);
    /// The same of a file that is there, only read.
    Result<void> check(int newestSchema) const;
    /// The database is open and good: leave it where it is.
    void keep() { m_created = false; }

    /// Removes a temporary database with its folder.
    static void removeTemporary(const DatabaseUrl &url);

private:
    Result<void> create();
    Result<void> makeFolder() const;
    Result<void> checkWritable() const;
    void remove() const;

    DatabaseUrl m_url;
    bool m_created = false;
};

} // namespace Gatehouse
