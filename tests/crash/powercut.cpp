#include "tests/crash/powercut.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QList>
#include <QRandomGenerator>

#include <array>
#include <cstring>

namespace {

constexpr qint64 Block = 4096; // bytes

/// One write: what had stood there.
struct Lost
{
    qint64 offset = 0;
    QByteArray before; ///< zeros where there was nothing: a disk may know of the new size alone
};

QList<Lost> readNotes(const QString &file)
{
    QList<Lost> writes;
    QFile notes(file);
    if (!notes.open(QIODevice::ReadOnly))
        return writes;
    std::array<qint64, 3> head {};
    while (notes.read(reinterpret_cast<char *>(head.data()), sizeof head) == qint64(sizeof head)) {
        const QByteArray before = notes.read(head[2]);
        if (before.size() != head[2])
            break; // killed in the middle: the write itself was not made
        writes.append({head[0], before + QByteArray(head[1] - head[2], '\0')});
    }
    return writes;
}

int takeBack(const QString &path, QRandomGenerator &random)
{
    const QList<Lost> writes = readNotes(path + QStringLiteral(".unsynced"));
    QFile::remove(path + QStringLiteral(".unsynced"));
    QFile file(path);
    if (writes.isEmpty() || !file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return 0;
    QHash<qint64, int> doomed; // by block: how many of its last writes go
    for (const Lost &write : writes)
        ++doomed[write.offset / Block];
    for (int &count : doomed)
        count = random.bounded(count + 1);
    int lost = 0;
    for (auto write = writes.rbegin(); write != writes.rend(); ++write) {
        if (doomed[write->offset / Block]-- <= 0)
            continue;
        ++lost;
        file.seek(write->offset);
        file.write(write->before);
    }
    return lost;
}

} // namespace

int loseUnsyncedWrites(const QString &database, QRandomGenerator &random)
{
    const int lost = takeBack(database, random) + takeBack(database + QStringLiteral("-wal"), random);
    QFile::remove(database + QStringLiteral("-shm"));
    return lost;
}
