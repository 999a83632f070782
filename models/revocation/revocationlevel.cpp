#include "models/revocation/revocationlevel.h"

#include <array>
#include <cstddef>

namespace Gatehouse {

namespace {

constexpr std::array LevelNames {u"NONE", u"RELATED_TOKENS", u"RELATED_CONSENT"};

} // namespace

QString levelName(RevocationLevel level)
{
    return QString::fromUtf16(LevelNames[std::size_t(level)]);
}

std::optional<RevocationLevel> levelNamed(QStringView name)
{
    for (std::size_t i = 0; i < LevelNames.size(); ++i) {
        if (name == QStringView(LevelNames[i]))
            return RevocationLevel(i);
    }
    return std::nullopt;
}

} // namespace Gatehouse
