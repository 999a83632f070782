#pragma once

#include <QByteArray>
#include <QLocale>
#include <QString>

class QTranslator;

namespace Gatehouse {

/// The language that one request is answered in. Small, to be passed by value; the catalogue it came from outlives it.
/// Whatever language the program itself speaks, and whatever others are answered in at the same time, does not matter.
class Language
{
public:
    /// English, as the sources have it.
    Language() = default;
    Language(const QByteArray &tag, const QTranslator &translator);

    /// As BCP 47 writes it: "de", "pt-BR".
    const QByteArray &tag() const { return m_tag; }
    /// How numbers and dates are written.
    const QLocale &locale() const { return m_locale; }

    /// The text in this language, as QCoreApplication::translate() would have it in the program's.
    QString translate(const char *context, const char *source, const char *note = nullptr, int n = -1) const;

private:
    QByteArray m_tag = QByteArrayLiteral("en");
    QLocale m_locale {QLocale::English};
    const QTranslator *m_translator = nullptr;
};

} // namespace Gatehouse
