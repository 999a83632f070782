// Preloaded into the program, stands between SQLite and the disk: what is written to the database that LOSTWRITES_FILE names,
// or to its write-ahead log, is noted beside it, with what was there before, until it is synced. So a test that kills the
// program can take the unsynced writes back, as a power cut would (powercut.h). Where a file is named by LOSTWRITES_QUOTA, both
// may have together no more bytes than it says: the disk is full then.

#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

template<class Function> Function *next(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

/// A file that is watched and what is noted of it.
struct Watched
{
    std::string path;
    int notes = -1;
};

// Never destroyed: files are opened after the program's end, by the sanitizers for instance.
std::mutex &mutex = *new std::mutex;
std::map<int, Watched> &watched = *new std::map<int, Watched>; // by descriptor

const std::string &databasePath()
{
    static const std::string &path = *new std::string(getenv("LOSTWRITES_FILE") ? getenv("LOSTWRITES_FILE") : "");
    return path;
}

off64_t sizeOf(const std::string &path)
{
    struct stat64 status
    {
    };
    return stat64(path.c_str(), &status) == 0 ? status.st_size : 0;
}

void watch(int descriptor, const char *path)
{
    if (descriptor < 0 || databasePath().empty() || (path != databasePath() && path != databasePath() + "-wal"))
        return;
    const std::lock_guard lock(mutex);
    const std::string notes = std::string(path) + ".unsynced";
    static const auto open = next<int(const char *, int, ...)>("open64");
    watched[descriptor] = {path, open(notes.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600)};
}

/// Offset and length of the write, number of bytes that stood there, those bytes.
void note(int descriptor, const Watched &file, off64_t offset, size_t length)
{
    struct stat64 status
    {
    };
    if (fstat64(descriptor, &status) != 0)
        return;
    const int64_t old = status.st_size;
    const int64_t kept = offset >= old ? 0 : std::min<int64_t>(int64_t(length), old - offset);
    std::vector<char> record(24 + size_t(kept));
    const int64_t head[] = {offset, int64_t(length), kept};
    std::memcpy(record.data(), head, sizeof head);
    if (kept > 0 && pread64(descriptor, record.data() + 24, size_t(kept), offset) != kept)
        return;
    static const auto write = next<ssize_t(int, const void *, size_t)>("write");
    (void)!write(file.notes, record.data(), record.size());
}

bool isFull(const Watched &file, off64_t end)
{
    const char *quota = getenv("LOSTWRITES_QUOTA");
    FILE *source = quota && end > sizeOf(file.path) ? fopen(quota, "re") : nullptr;
    if (!source)
        return false;
    long long bytes = 0;
    const bool isLimited = fscanf(source, "%lld", &bytes) == 1;
    fclose(source);
    const std::string other = file.path == databasePath() ? databasePath() + "-wal" : databasePath();
    return isLimited && end + sizeOf(other) > bytes;
}

/// Before a write: whether there is room.
bool admit(int descriptor, off64_t offset, size_t length)
{
    const std::lock_guard lock(mutex);
    const auto file = watched.find(descriptor);
    if (file == watched.end())
        return true;
    if (isFull(file->second, offset + off64_t(length))) {
        errno = ENOSPC;
        return false;
    }
    note(descriptor, file->second, offset, length);
    return true;
}

/// As slow as a disk that has to turn: so a kill often comes between a write and its sync.
void hesitate(int descriptor)
{
    const auto isWatched = [descriptor] {
        const std::lock_guard lock(mutex);
        return watched.count(descriptor) != 0;
    };
    if (isWatched())
        usleep(3000);
}

void forget(int descriptor)
{
    const std::lock_guard lock(mutex);
    const auto file = watched.find(descriptor);
    if (file != watched.end())
        (void)next<int(int, off64_t)>("ftruncate64")(file->second.notes, 0);
}

void cut(int descriptor, off64_t size)
{
    struct stat64 status
    {
    };
    const std::lock_guard lock(mutex);
    const auto file = watched.find(descriptor);
    if (file != watched.end() && fstat64(descriptor, &status) == 0 && status.st_size > size)
        note(descriptor, file->second, size, size_t(status.st_size - size));
}

mode_t modeOf(int flags, va_list arguments)
{
    return flags & O_CREAT ? mode_t(va_arg(arguments, int)) : 0;
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int descriptor = next<int(const char *, int, ...)>("open")(path, flags, modeOf(flags, arguments));
    va_end(arguments);
    watch(descriptor, path);
    return descriptor;
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int descriptor = next<int(const char *, int, ...)>("open64")(path, flags, modeOf(flags, arguments));
    va_end(arguments);
    watch(descriptor, path);
    return descriptor;
}

int close(int descriptor)
{
    static const auto real = next<int(int)>("close");
    {
        const std::lock_guard lock(mutex);
        const auto file = watched.find(descriptor);
        if (file != watched.end()) {
            real(file->second.notes);
            watched.erase(file);
        }
    }
    return real(descriptor);
}

ssize_t pwrite64(int descriptor, const void *data, size_t length, off64_t offset)
{
    static const auto real = next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    return admit(descriptor, offset, length) ? real(descriptor, data, length, offset) : -1;
}

ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset)
{
    return pwrite64(descriptor, data, length, offset);
}

ssize_t write(int descriptor, const void *data, size_t length)
{
    static const auto real = next<ssize_t(int, const void *, size_t)>("write");
    return admit(descriptor, lseek64(descriptor, 0, SEEK_CUR), length) ? real(descriptor, data, length) : -1;
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto real = next<int(int, off64_t)>("ftruncate64");
    cut(descriptor, size);
    return real(descriptor, size);
}

int ftruncate(int descriptor, off_t size) noexcept
{
    return ftruncate64(descriptor, size);
}

int fdatasync(int descriptor)
{
    static const auto real = next<int(int)>("fdatasync");
    hesitate(descriptor);
    const int done = real(descriptor);
    if (done == 0)
        forget(descriptor);
    return done;
}

int fsync(int descriptor)
{
    static const auto real = next<int(int)>("fsync");
    hesitate(descriptor);
    const int done = real(descriptor);
    if (done == 0)
        forget(descriptor);
    return done;
}

} // extern "C"
