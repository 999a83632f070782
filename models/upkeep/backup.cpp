#include "models/upkeep/backup.h"

#include "models/upkeep/targetfile.h"

#include <QFile>

#include <memory>

#include <sqlite3.h>

namespace Gatehouse {

namespace {

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Handle openTarget(const QString &file)
{
    sqlite3 *target = nullptr;
    sqlite3_open_v2(QFile::encodeName(file).constData(), &target, SQLITE_OPEN_READWRITE, nullptr);
    return {target, &sqlite3_close};
}

} // namespace

Backup::Backup(const DatabaseUrl &source, const QString &file, Connection::Access access)
    : m_source(source)
    , m_file(file)
    , m_access(access)
{ }

Result<bool> Backup::run(const Progress &progress) const
{
    TargetFile target(m_source, m_file);
    const auto source = Connection::open(m_source, m_access);
    if (!source)
        return source.error();
    if (const Result<void> created = target.create(); !created)
        return created.error();
    const Result<bool> copied = copy(**source, target, progress);
    if (!copied || !*copied)
        return copied;
    const Result<void> done = target.finish();
    return done ? Result<bool>(true) : done.error();
}

Result<bool> Backup::copy(Connection &source, const TargetFile &target, const Progress &progress) const
{
    const Handle to = openTarget(target.part());
    const Result<bool> copied = PageCopy(source, to.get()).run(progress);
    if (copied)
        return copied;
    const Error &error = copied.error();
    if (error.kind == Error::Kind::Damaged)
        return Error {error.kind, tr("%1 is damaged and cannot be copied: %2.").arg(m_source.display(), error.message)};
    return target.cannotWrite(error.message);
}

} // namespace Gatehouse
