#include "models/upkeep/retention.h"

#include "models/store/settingstore.h"
#include "models/store/store.h"

namespace Gatehouse {

namespace {

constexpr Timestamp DayMilliseconds = 24 * 60 * 60 * 1000;

struct RetentionField
{
    const char *name;
    int Retention::*member;
};

constexpr RetentionField RetentionFields[] = {
    {"purge.every_hours", &Retention::everyHours},
    {"purge.ended_days", &Retention::endedDays},
    {"purge.event_days", &Retention::eventDays},
};

} // namespace

Result<Retention> Retention::read(Store &store)
{
    Retention retention;
    for (const RetentionField &field : RetentionFields) {
        const Result<std::optional<QString>> text = store.settings().value(QString::fromLatin1(field.name));
        if (!text)
            return text.error();
        bool isNumber = false;
        const int number = text->value_or(QString()).toInt(&isNumber);
        if (isNumber && number >= 0)
            retention.*field.member = number;
    }
    return retention;
}

Result<void> Retention::write(Store &store) const
{
    for (const RetentionField &field : RetentionFields) {
        const Result<void> done
            = store.settings().set(QString::fromLatin1(field.name), QString::number(this->*field.member));
        if (!done)
            return done;
    }
    return {};
}

PurgeLimits PurgeLimits::of(const Retention &retention, Timestamp now)
{
    return {now - retention.endedDays * DayMilliseconds,
            retention.eventDays > 0 ? now - retention.eventDays * DayMilliseconds : 0};
}

} // namespace Gatehouse
