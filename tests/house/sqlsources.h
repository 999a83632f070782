#pragma once

#include <QString>
#include <QStringList>

/// A piece of SQL as it stands in a source: the string literals that follow each other, joined.
struct SqlPiece
{
    QString text;
    QString place; ///< file:line
};

/// The SQL of all sources below these folders of the project: every literal that begins with a verb of SQL.
QList<SqlPiece> sqlPiecesIn(const QStringList &folders);

/// What stands in the sources below a folder without a verb of SQL, but names one of the tables: ends of statements that are
/// put together.
QStringList sqlEndsIn(const QString &folder, const QStringList &tables);

/// Runs of blanks made one, so that SQL can be compared however it is broken into lines.
QString plainSql(const QString &sql);
