#pragma once

#include <QFile>

#include <malloc.h>
#include <unistd.h>

namespace Gatehouse {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool SanitizesAddresses = true;
#else
inline constexpr bool SanitizesAddresses = false;
#endif

/// What of this process is in memory, in KiB, without what the allocator only holds back. Says nothing under the address
/// sanitizer, which keeps what was freed.
inline qint64 memoryUse()
{
    ::malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) / 1024;
}

} // namespace Gatehouse
