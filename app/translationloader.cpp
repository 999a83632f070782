#include "app/translationloader.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gatehouse {

namespace {

void install(QTranslator &translator, const QLocale &locale)
{
    if (translator.load(locale, QStringLiteral("gatehouse"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);
}

} // namespace

TranslationLoader::TranslationLoader()
{
    // The one installed last is asked first.
    install(m_english, QLocale(QLocale::English));
    install(m_system, QLocale());
}

} // namespace Gatehouse
