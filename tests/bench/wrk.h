#pragma once

#include "models/result.h"

#include <QByteArray>
#include <QTemporaryDir>

namespace Gatehouse {

/// What wrk is to ask for, again and again.
struct Load
{
    QByteArray url;
    QByteArray form; ///< sent by POST, {} being another number each time; empty: GET
    int connections = 32;
    int seconds = 3;
};

/// What came of it. Times in microseconds.
struct LoadResult
{
    qint64 requests = 0;
    qint64 duration = 0;
    qint64 median = 0;
    qint64 slowest = 0; ///< 99 of 100 are faster
    qint64 refused = 0; ///< answers that were not 2xx or 3xx
    qint64 broken = 0; ///< connections that failed

    double perSecond() const { return duration > 0 ? double(requests) * 1e6 / double(duration) : 0; }
};

/// The load generator wrk, run as a child.
class Wrk
{
public:
    Result<LoadResult> run(const Load &load);

private:
    Result<void> writeScript(const QByteArray &form);

    QTemporaryDir m_folder;
};

} // namespace Gatehouse
