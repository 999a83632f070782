#include "app/exitcode.h"

#include "models/store/databaseurl.h"

#include <QFileInfo>

namespace Gatehouse {

namespace {

/// A file or folder that stands in the way of writing: not there and not to be made, not permitted, or broken.
int exitCodeForPlace(const QFileInfo &file)
{
    if (file.exists())
        return file.isWritable() ? EX_IOERR : EX_NOPERM;
    return EX_CANTCREAT;
}

} // namespace

int exitCodeForConfig(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotFound:
        return EX_NOINPUT;
    case Error::Kind::Unavailable:
        return EX_NOPERM;
    default:
        return EX_CONFIG;
    }
}

int exitCodeForDatabase(const Error &error, const DatabaseUrl &database)
{
    switch (error.kind) {
    case Error::Kind::Invalid:
    case Error::Kind::Damaged:
    case Error::Kind::TooNew:
        return EX_DATAERR;
    case Error::Kind::NotFound:
        return EX_NOINPUT;
    case Error::Kind::Internal:
        return EX_SOFTWARE;
    default:
        return exitCodeForPlace(QFileInfo(database.path));
    }
}

int exitCodeForServer(const Error &error)
{
    return error.kind == Error::Kind::Internal ? EX_SOFTWARE : EX_UNAVAILABLE;
}

} // namespace Gatehouse
