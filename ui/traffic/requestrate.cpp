#include "ui/traffic/requestrate.h"

namespace Gatehouse {

void RequestRate::add(Timestamp at, qint64 count)
{
    const Timestamp second = at / 1000;
    Bucket &bucket = m_buckets[std::size_t(second % 60)];
    if (bucket.second != second)
        bucket = {second, 0};
    bucket.count += count;
}

qint64 RequestRate::perMinute(Timestamp now) const
{
    const Timestamp second = now / 1000;
    qint64 total = 0;
    for (const Bucket &bucket : m_buckets) {
        if (bucket.second > second - 60 && bucket.second <= second)
            total += bucket.count;
    }
    return total;
}

} // namespace Gatehouse
