#include "models/upkeep/targetfile.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <filesystem>

namespace Gatehouse {

namespace {

constexpr std::array Suffixes {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm"),
                               QLatin1String("-journal")};

} // namespace

TargetFile::TargetFile(const DatabaseUrl &source, const QString &file)
    : m_source(source)
    , m_file(file)
{ }

TargetFile::~TargetFile()
{
    removeParts();
}

Result<void> TargetFile::create()
{
    if (const Result<void> other = check(); !other)
        return other;
    removeParts();
    QFile file(part());
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return cannotWrite(file.errorString());
    return {};
}

Result<void> TargetFile::finish()
{
    std::error_code failure;
    std::filesystem::rename(part().toStdString(), m_file.toStdString(), failure);
    if (failure)
        return cannotWrite(QString::fromStdString(failure.message()));
    return {};
}

Error TargetFile::cannotWrite(const QString &cause) const
{
    return {Error::Kind::Unavailable, tr("The file %1 cannot be written: %2.").arg(m_file, cause)};
}

Result<void> TargetFile::check() const
{
    const QString chosen = QFileInfo(m_file).absoluteFilePath();
    const QFileInfo existing(chosen);
    const QString real = existing.exists() ? existing.canonicalFilePath() : chosen;
    const QString ours = QFileInfo(m_source.path).canonicalFilePath();
    for (const QLatin1String suffix : Suffixes) {
        if (real == ours + suffix)
            return Error {Error::Kind::Invalid, tr("%1 is the database itself. Choose another file.").arg(m_file)};
    }
    return {};
}

void TargetFile::removeParts() const
{
    for (const QLatin1String suffix : Suffixes)
        QFile::remove(part() + suffix);
}

} // namespace Gatehouse
