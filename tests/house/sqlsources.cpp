#include "tests/house/sqlsources.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace {

/// Literals that stand one after the other are one, as the compiler has it.
QString joinedLiterals(const QString &run)
{
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QString text;
    QRegularExpressionMatchIterator it = literal.globalMatch(run);
    while (it.hasNext())
        text += it.next().captured(1);
    return text.replace(QStringLiteral("\\\""), QStringLiteral("\""))
        .replace(QStringLiteral("\\n"), QStringLiteral(" "));
}

/// Every literal of a source.
QList<SqlPiece> literalsOf(const QString &file, const QString &name)
{
    static const QRegularExpression runs(
        QStringLiteral("\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\"(?:[^\"\\\\\\n]|\\\\.)*\")*"));
    QList<SqlPiece> literals;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return literals;
    const QString text = QString::fromUtf8(source.readAll());
    QRegularExpressionMatchIterator it = runs.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        const qsizetype line = text.left(match.capturedStart()).count(u'\n') + 1;
        literals.append({plainSql(joinedLiterals(match.captured())), QStringLiteral("%1:%2").arg(name).arg(line)});
    }
    return literals;
}

QList<SqlPiece> literalsIn(const QString &folder)
{
    const QDir root(QStringLiteral(GATEHOUSE_SOURCE_DIR));
    QList<SqlPiece> literals;
    QDirIterator it(root.filePath(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        literals += literalsOf(file, root.relativeFilePath(file));
    }
    return literals;
}

bool hasVerb(const QString &sql)
{
    static const QRegularExpression verb(QStringLiteral("^(SELECT|INSERT|UPDATE|DELETE|WITH) "));
    return verb.match(sql).hasMatch();
}

} // namespace

QString plainSql(const QString &sql)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    return QString(sql).replace(blanks, QStringLiteral(" "));
}

QList<SqlPiece> sqlPiecesIn(const QStringList &folders)
{
    QList<SqlPiece> pieces;
    for (const QString &folder : folders) {
        for (const SqlPiece &literal : literalsIn(folder)) {
            if (hasVerb(literal.text))
                pieces.append(literal);
        }
    }
    return pieces;
}

QStringList sqlEndsIn(const QString &folder, const QStringList &tables)
{
    QStringList ends;
    for (const SqlPiece &literal : literalsIn(folder)) {
        const auto named = [&](const QString &table) { return literal.text.contains(table); };
        if (!hasVerb(literal.text) && literal.text.contains(u' ') && std::any_of(tables.begin(), tables.end(), named))
            ends.append(literal.text.trimmed());
    }
    return ends;
}
