#include "models/store/sqlerror.h"

#include "models/store/connection.h"

#include <QCoreApplication>
#include <QSqlError>

namespace Gatehouse {

namespace {

struct SqlErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::SqlError)
};

// Result codes of SQLite (sqlite.org/rescode.html). The low byte of an extended code is the plain one.
enum SqliteCode {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    NoMemory = 7,
    ReadOnly = 8,
    Interrupt = 9,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26,
    ConstraintPrimaryKey = 1555,
    ConstraintUnique = 2067,
};

int nativeCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt();
}

Error constraintError(const QSqlError &error)
{
    const int code = nativeCode(error);
    if (code == ConstraintUnique || code == ConstraintPrimaryKey)
        return {Error::Kind::Conflict, SqlErrorTexts::tr("This value is taken by another entry.")};
    return {Error::Kind::Invalid,
            SqlErrorTexts::tr("The entry does not fit the others in the database (%1).").arg(error.databaseText())};
}

} // namespace

bool endsTransaction(const QSqlError &error)
{
    switch (nativeCode(error) & 0xff) {
    case NoMemory:
    case Interrupt:
    case IoError:
    case Corrupt:
    case Full:
        return true;
    default:
        return false;
    }
}

Error toError(const QSqlError &error)
{
    using Kind = Error::Kind;
    switch (nativeCode(error) & 0xff) {
    case Busy:
    case Locked:
        return {Kind::Unavailable,
                SqlErrorTexts::tr("Another program has locked it. Close that program or wait, then try again.")};
    case ReadOnly:
    case Perm:
        return {
            Kind::Unavailable,
            SqlErrorTexts::tr(
                "It cannot be written. Change the permissions of the file and its folder, or choose another file.")};
    case Full:
        return {Kind::Unavailable, SqlErrorTexts::tr("The disk is full. Make room, then try again.")};
    case IoError:
        return {Kind::Unavailable, SqlErrorTexts::tr("The disk reports an error (%1).").arg(error.databaseText())};
    case CannotOpen:
        return {Kind::Unavailable,
                SqlErrorTexts::tr("The file cannot be opened. Check that its folder is there and may be written.")};
    case NotADatabase:
        return {Kind::Invalid, SqlErrorTexts::tr("The file is not a database. Choose another file.")};
    case Corrupt:
        return {
            Kind::Damaged,
            SqlErrorTexts::tr("The database is damaged (%1). Use a backup of it instead; what can still be read of it, "
                              "the window of Gatehouse saves.")
                .arg(error.databaseText())};
    case Constraint:
        return constraintError(error);
    default:
        return {Kind::Internal, SqlErrorTexts::tr("The database refused a statement (%1).").arg(error.text())};
    }
}

} // namespace Gatehouse
