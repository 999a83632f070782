#include "server/pages/language.h"

#include <QTranslator>

namespace Gatehouse {

Language::Language(const QByteArray &tag, const QTranslator &translator)
    : m_tag(tag)
    , m_locale(QString::fromLatin1(tag))
    , m_translator(&translator)
{ }

QString Language::translate(const char *context, const char *source, const char *note, int n) const
{
    QString text = m_translator ? m_translator->translate(context, source, note, n) : QString();
    if (text.isEmpty())
        text = QString::fromUtf8(source);
    if (n >= 0)
        text.replace(QLatin1String("%n"), m_locale.toString(n));
    return text;
}

} // namespace Gatehouse
