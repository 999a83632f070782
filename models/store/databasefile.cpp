#include "models/store/databasefile.h"

#include "models/store/databaseheader.h"
#include "models/store/dialect.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Gatehouse {

namespace {

constexpr QFile::Permissions OwnerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions OwnerFolder = OwnerFile | QFile::ExeOwner;

struct DatabaseFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::DatabaseFile)
};

Error unavailable(const QString &sentence)
{
    return {Error::Kind::Unavailable, sentence};
}

QString folderOf(const DatabaseUrl &url)
{
    return QFileInfo(url.path).path();
}

} // namespace

DatabaseFile::DatabaseFile(const DatabaseUrl &url)
    : m_url(url)
{ }

DatabaseFile::~DatabaseFile()
{
    if (m_created)
        remove();
}

Result<void> DatabaseFile::prepare(int newestSchema)
{
    if (!QFileInfo::exists(m_url.path))
        return create();
    if (const Result<void> good = check(newestSchema); !good)
        return good;
    if (const Result<void> writable = checkWritable(); !writable)
        return writable;
    QFile::setPermissions(m_url.path, OwnerFile);
    return {};
}

Result<void> DatabaseFile::create()
{
    if (const Result<void> made = makeFolder(); !made)
        return made;
    QFile file(m_url.path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnerFile))
        return unavailable(
            DatabaseFileTexts::tr(
                "The database %1 cannot be created (%2). Make its folder writable or choose another place.")
                .arg(m_url.display(), file.errorString()));
    m_created = true;
    return {};
}

/// Makes the folders that are ours. A folder that a person named must be there.
Result<void> DatabaseFile::makeFolder() const
{
    const QString folder = folderOf(m_url);
    if (QFileInfo(folder).isDir())
        return {};
    if (!m_url.temporary && folder != folderOf(DatabaseUrl::standard()))
        return unavailable(
            DatabaseFileTexts::tr("The folder %1 does not exist. Create it or choose another place for the database.")
                .arg(folder));
    QDir().mkpath(QFileInfo(folder).path());
    if (!QDir().mkdir(folder, OwnerFolder))
        return unavailable(
            DatabaseFileTexts::tr("The folder %1 cannot be created. Choose another place for the database.")
                .arg(folder));
    return {};
}

Result<void> DatabaseFile::check(int newestSchema) const
{
    if (!QFileInfo(m_url.path).isFile())
        return Error {
            Error::Kind::Invalid,
            DatabaseFileTexts::tr("%1 is not a file. Choose another place for the database.").arg(m_url.display())};
    const Result<DatabaseHeader> header = DatabaseHeader::read(m_url);
    if (!header)
        return header.error();
    if (header->empty)
        return {};
    if (header->applicationId != Dialect::ApplicationId)
        return Error {Error::Kind::Invalid,
                      DatabaseFileTexts::tr(
                          "%1 is a database of another program. Choose another file; this one was left as it is.")
                          .arg(m_url.display())};
    if (header->schemaVersion > newestSchema)
        return Error {Error::Kind::TooNew,
                      DatabaseFileTexts::tr("%1 was written by a newer Gatehouse: its schema is %2, this program knows "
                                            "%3. Install the newer version; the file was left as it is.")
                          .arg(m_url.display())
                          .arg(header->schemaVersion)
                          .arg(newestSchema)};
    return {};
}

Result<void> DatabaseFile::checkWritable() const
{
    // Never opened by ourselves: closing it would drop the locks of every connection of this process.
    if (!QFileInfo(m_url.path).isWritable())
        return unavailable(
            DatabaseFileTexts::tr("The database %1 cannot be written. Change its permissions or choose another file.")
                .arg(m_url.display()));
    if (!QFileInfo(folderOf(m_url)).isWritable())
        return unavailable(DatabaseFileTexts::tr("The folder %1 cannot be written, and the database in it needs that. "
                                                 "Change its permissions or choose another file.")
                               .arg(folderOf(m_url)));
    return {};
}

void DatabaseFile::remove() const
{
    for (const QLatin1String suffix : {QLatin1String("-wal"), QLatin1String("-shm"), QLatin1String("")})
        QFile::remove(m_url.path + suffix);
    if (m_url.temporary)
        QDir().rmdir(folderOf(m_url));
}

void DatabaseFile::removeTemporary(const DatabaseUrl &url)
{
    if (url.temporary)
        QDir(folderOf(url)).removeRecursively();
}

} // namespace Gatehouse
