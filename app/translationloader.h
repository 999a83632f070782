#pragma once

#include <QTranslator>

namespace Gatehouse {

/// The window's texts in the person's language, as far as there are any; English plurals else. Installed as long as it
/// lives. Needs an application object. Web pages have Catalogues instead.
class TranslationLoader
{
public:
    TranslationLoader();

private:
    QTranslator m_qt; ///< "Cancel" and the like; a package of its own, which may not be there
    QTranslator m_english;
    QTranslator m_system;
};

} // namespace Gatehouse
