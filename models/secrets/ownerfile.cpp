#include "models/secrets/ownerfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Gatehouse {

namespace {

constexpr qsizetype MostBytes = 64 * 1024;
constexpr mode_t OwnerOnly = S_IRUSR | S_IWUSR;

/// A descriptor that is closed when it goes.
class Descriptor
{
public:
    Descriptor(const QString &path, int flags, mode_t mode = 0)
        : m_number(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode))
    { }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)

    explicit operator bool() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number;
};

QString reason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

bool writeAll(int descriptor, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t count = ::write(descriptor, content.constData() + done, std::size_t(content.size() - done));
        if (count < 0 && errno != EINTR)
            return false;
        done += qMax<ssize_t>(0, count);
    }
    return true;
}

bool readAll(int descriptor, SecretBytes &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t count = ::read(descriptor, content.data() + done, std::size_t(content.size() - done));
        if (count == 0 || (count < 0 && errno != EINTR))
            return false;
        done += qMax<ssize_t>(0, count);
    }
    return true;
}

} // namespace

bool OwnerFile::exists() const
{
    return QFileInfo(m_path).isSymLink() || QFile::exists(m_path);
}

Result<SecretBytes> OwnerFile::read() const
{
    const Descriptor file(m_path, O_RDONLY | O_NONBLOCK);
    if (!file && errno == ENOENT)
        return Error {Error::Kind::NotFound, tr("There is no file %1.").arg(m_path)};
    struct stat status = {};
    if (!file || ::fstat(file.number(), &status) != 0)
        return failed(tr("%1 cannot be read: %2.").arg(m_path, reason()));
    const auto refused = [](const QString &sentence) { return Error {Error::Kind::Invalid, sentence}; };
    if (!S_ISREG(status.st_mode) || status.st_size > MostBytes)
        return refused(tr("%1 is no file that could hold a key or a passphrase.").arg(m_path));
    if (status.st_uid != ::geteuid() && status.st_uid != 0)
        return refused(tr("%1 belongs to another user, so it is not used; make it your own.").arg(m_path));
    if (status.st_mode & (S_IRWXG | S_IRWXO))
        return refused(tr("%1 can be read or written by others, so it is not used; run chmod 600 on it.").arg(m_path));
    SecretBytes content(status.st_size);
    if (!readAll(file.number(), content))
        return failed(tr("%1 cannot be read: %2.").arg(m_path, reason()));
    return content;
}

Result<void> OwnerFile::write(const QByteArray &content) const
{
    const QString folder = QFileInfo(m_path).path();
    if (const Result<void> made = makeFolder(folder); !made)
        return made;
    const QString fresh = m_path + QStringLiteral(".new");
    const bool isWritten = put(fresh, content)
        && std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(m_path).constData()) == 0;
    if (!isWritten) {
        const QString why = reason();
        QFile::remove(fresh);
        return failed(tr("%1 cannot be written: %2.").arg(m_path, why));
    }
    const Descriptor directory(folder, O_RDONLY | O_DIRECTORY);
    if (directory)
        ::fsync(directory.number());
    return {};
}

Result<void> OwnerFile::remove() const
{
    if (!exists() || QFile::remove(m_path))
        return {};
    return failed(tr("%1 cannot be removed; remove it yourself.").arg(m_path));
}

Result<void> OwnerFile::makeFolder(const QString &path)
{
    if (QDir(path).exists())
        return {};
    if (!QDir().mkpath(path))
        return failed(tr("The folder %1 cannot be made.").arg(path));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Error OwnerFile::failed(const QString &sentence)
{
    return {Error::Kind::Unavailable, sentence};
}

/// For nobody else to read at any moment.
bool OwnerFile::put(const QString &path, const QByteArray &content)
{
    QFile::remove(path);
    const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, OwnerOnly);
    return file && writeAll(file.number(), content) && ::fsync(file.number()) == 0;
}

} // namespace Gatehouse
