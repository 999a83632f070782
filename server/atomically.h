#pragma once

#include "models/store/store.h"
#include "models/store/writer.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

/// Runs `job`, which yields an Outcome: what it writes is kept when it succeeds, all of it or nothing. Not nested.
template<class Job> std::invoke_result_t<Job> atomically(Context &context, Job job)
{
    Transaction transaction(context.store.writer(), context.store.connection());
    if (!transaction.opened())
        return storeFault(transaction.opened().error());
    auto outcome = job();
    if (!outcome)
        return outcome;
    const Result<void> kept = transaction.commit();
    if (!kept)
        return storeFault(kept.error());
    return outcome;
}

} // namespace Gatehouse
