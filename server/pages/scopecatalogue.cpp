#include "server/pages/scopecatalogue.h"

#include <iterator>

namespace Gatehouse {

namespace {

struct Description
{
    QLatin1String scope;
    const char *text;
};

constexpr Description Catalogue[] = {
    {QLatin1String("public"), QT_TRANSLATE_NOOP("Gatehouse::ScopeCatalogue", "Access your public data")},
    {QLatin1String("read"), QT_TRANSLATE_NOOP("Gatehouse::ScopeCatalogue", "Read your data")},
    {QLatin1String("write"), QT_TRANSLATE_NOOP("Gatehouse::ScopeCatalogue", "Update your data")},
};

} // namespace

QString describeScope(const QString &scope, const Language &language)
{
    for (const Description &description : Catalogue) {
        if (description.scope == scope)
            return language.translate("Gatehouse::ScopeCatalogue", description.text);
    }
    return {};
}

} // namespace Gatehouse
