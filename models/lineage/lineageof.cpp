#include "models/lineage/lineageof.h"

#include "models/lineage/lineagereader.h"
#include "models/store/store.h"

#include <algorithm>

namespace Gatehouse {

namespace {

/// A code ends by being redeemed, which its row tells no other way than that pairs came from it.
void tellRedeemed(Lineage &lineage)
{
    const auto is
        = [](LineageStep::Kind kind) { return [kind](const LineageStep &step) { return step.kind == kind; }; };
    const auto code = std::find_if(lineage.steps.begin(), lineage.steps.end(), is(LineageStep::Kind::Code));
    if (code == lineage.steps.end() || code->end
        || std::none_of(lineage.steps.begin(), lineage.steps.end(), is(LineageStep::Kind::Access)))
        return;
    code->usedAt = std::exchange(code->endedAt, 0);
}

Result<std::optional<Lineage>> readAll(LineageReader &reader, const LineageReader::Origin &origin, Id token)
{
    Lineage lineage;
    const Result<Id> session = reader.readCode(origin.grant, lineage);
    if (!session)
        return session.error();
    const Id login = *session ? *session : origin.session;
    for (const Result<void> &done :
         {reader.readLogin(login, lineage), reader.readPairs(origin.family, origin.grant, token, lineage),
          reader.readFamily(origin.family, lineage), reader.readMisuses(origin.family, origin.grant, lineage)}) {
        if (!done)
            return done.error();
    }
    tellRedeemed(lineage);
    return std::optional(std::move(lineage));
}

} // namespace

Result<std::optional<Lineage>> lineageOf(Store &store, Id token)
{
    LineageReader reader(store.connection(), store.clock().now());
    const Result<std::optional<LineageReader::Origin>> origin = reader.originOf(token);
    if (!origin)
        return origin.error();
    if (!*origin)
        return std::optional<Lineage>();
    return readAll(reader, **origin, token);
}

Result<std::optional<Lineage>> lineageOfCode(Store &store, Id grant)
{
    LineageReader reader(store.connection(), store.clock().now());
    const Result<Id> family = reader.familyOf(grant);
    if (!family)
        return family.error();
    Result<std::optional<Lineage>> found = readAll(reader, {*family, grant, 0}, 0);
    if (found && (*found)->steps.isEmpty())
        return std::optional<Lineage>();
    return found;
}

} // namespace Gatehouse
