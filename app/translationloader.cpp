#include "app/translationloader.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace Gatehouse {

namespace {

void install(QTranslator &translator, const QLocale &locale, const QString &name, const QString &folder)
{
    if (translator.load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace

TranslationLoader::TranslationLoader()
{
    // The one installed last is asked first.
    const QString own = QStringLiteral("gatehouse");
    const QString folder = QStringLiteral(":/i18n");
    install(m_qt, QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(m_english, QLocale(QLocale::English), own, folder);
    install(m_system, QLocale(), own, folder);
}

} // namespace Gatehouse
