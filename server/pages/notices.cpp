#include "server/pages/notices.h"

#include "server/pages/visitor.h"

#include <memory>

namespace Gatehouse {

namespace {

constexpr Timestamp Lifetime = 10 * 60 * 1000;

} // namespace

void Notices::leave(const Visitor &visitor, const Notice &notice)
{
    m_notices.insert(visitor.name(), new Notice(notice));
}

std::optional<Notices::Notice> Notices::take(const Visitor &visitor, Timestamp now)
{
    const std::unique_ptr<Notice> notice(m_notices.take(visitor.name()));
    if (!notice || now - notice->at > Lifetime)
        return std::nullopt;
    return *notice;
}

QString Notices::text(const std::optional<Notice> &notice, const Language &language)
{
    const PageTexts tr = textsIn(language);
    if (!notice)
        return {};
    switch (notice->event) {
    case Event::Created:
        return tr("Application created.");
    case Event::Updated:
        return tr("Application updated.");
    case Event::Deleted:
        return tr("Application deleted.");
    case Event::Revoked:
        break;
    }
    return tr("Application revoked.");
}

} // namespace Gatehouse
