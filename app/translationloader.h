#pragma once

#include <QTranslator>

namespace Gatehouse {

/// The texts of the person's language, as far as there are any; English plurals else. Installed as long as it lives.
/// Needs an application object.
class TranslationLoader
{
public:
    TranslationLoader();

private:
    QTranslator m_english;
    QTranslator m_system;
};

} // namespace Gatehouse
