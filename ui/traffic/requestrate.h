#pragma once

#include "models/records/types.h"

#include <array>

namespace Gatehouse {

/// How many requests finished within the last minute.
class RequestRate
{
public:
    void add(Timestamp at, qint64 count);
    qint64 perMinute(Timestamp now) const;

private:
    struct Bucket
    {
        Timestamp second = -1;
        qint64 count = 0;
    };
    std::array<Bucket, 60> m_buckets;
};

} // namespace Gatehouse
