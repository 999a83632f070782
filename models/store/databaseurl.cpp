#include "models/store/databaseurl.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>

namespace Gatehouse {

namespace {

struct DatabaseUrlTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::DatabaseUrl)
};

constexpr QLatin1String SqliteScheme("sqlite:");
constexpr QLatin1String InMemory(":memory:");

/// Memory-backed where the system has that.
QString temporaryRoot()
{
    const QFileInfo shared(QStringLiteral("/dev/shm"));
    return shared.isDir() && shared.isWritable() ? shared.filePath() : QDir::tempPath();
}

DatabaseUrl temporaryUrl()
{
    const QString unique = QString::number(QRandomGenerator::system()->generate64(), 36);
    return {DatabaseUrl::Engine::Sqlite, temporaryRoot() + "/gatehouse-" + unique + "/gatehouse.db", true};
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    const QString path = text.startsWith(SqliteScheme) ? text.mid(SqliteScheme.size()) : text;
    if (path == InMemory)
        return temporaryUrl();
    if (path.startsWith(QLatin1String("postgres://")) || path.startsWith(QLatin1String("postgresql://")))
        return Error {Error::Kind::Invalid,
                      DatabaseUrlTexts::tr("PostgreSQL is not supported yet. Give the path of a file, for instance "
                                           "--database gatehouse.db.")};
    if (path.trimmed().isEmpty() || path.contains(QLatin1String("://")) || path.contains(QChar(0)))
        return Error {Error::Kind::Invalid,
                      DatabaseUrlTexts::tr("\"%1\" names no database. Give the path of a file, sqlite:PATH, "
                                           "or :memory:.")
                          .arg(text)};
    return DatabaseUrl {Engine::Sqlite, QDir::cleanPath(QFileInfo(path).absoluteFilePath()), false};
}

DatabaseUrl DatabaseUrl::standard()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return {Engine::Sqlite, folder + "/gatehouse.db", false};
}

QString DatabaseUrl::display() const
{
    return temporary ? QString(InMemory) : path;
}

} // namespace Gatehouse
