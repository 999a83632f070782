#include "server/pages/catalogues.h"

#include "server/pages/acceptlanguage.h"

#include <QDir>
#include <QTranslator>

#include <utility>

namespace Gatehouse {

namespace {

/// RFC 4647 section 3.4: "de-at-1996" is looked for as "de-at", then as "de". No subtag of one letter stays at the end.
QByteArray shortened(const QByteArray &tag)
{
    QByteArray rest = tag.left(qMax<qsizetype>(tag.lastIndexOf('-'), 0));
    if (rest.size() > 1 && rest.at(rest.size() - 2) == '-')
        rest.chop(2);
    return rest;
}

} // namespace

Catalogues::Catalogues(const QLocale &own, const QString &folder)
{
    const QDir directory(folder);
    for (const QString &file : directory.entryList({QStringLiteral("gatehouse_*.qm")}, QDir::Files, QDir::Name)) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(directory.filePath(file)))
            continue;
        const QByteArray tag = file.section(u'_', 1).chopped(3).replace(u'_', u'-').toLatin1();
        m_catalogues.push_back({Language(tag, *translator), std::move(translator)});
    }
    if (const Language *english = find("en"))
        m_own = *english;
    if (const Language *language = findFirst(own.uiLanguages()))
        m_own = *language;
}

Catalogues::~Catalogues() = default;

Language Catalogues::choose(const QByteArray &acceptLanguage) const
{
    const QList<LanguageRange> ranges = languageRanges(acceptLanguage);
    QList<QByteArray> refused;
    for (const LanguageRange &range : ranges) {
        if (range.weight == 0)
            refused.append(range.tag);
    }
    for (const LanguageRange &range : ranges) {
        if (range.weight == 0)
            break;
        if (range.tag == "*")
            return anyBut(refused);
        for (QByteArray tag = range.tag; !tag.isEmpty(); tag = shortened(tag)) {
            const Language *language = find(tag);
            if (language && !refused.contains(tag))
                return *language;
        }
    }
    return anyBut(refused);
}

/// As QTranslator finds what the window is shown in.
const Language *Catalogues::findFirst(const QStringList &wanted) const
{
    for (const QString &name : wanted) {
        for (QByteArray tag = name.toLatin1(); !tag.isEmpty(); tag = shortened(tag)) {
            if (const Language *language = find(tag))
                return language;
        }
    }
    return nullptr;
}

const Language *Catalogues::find(const QByteArray &tag) const
{
    for (const Catalogue &catalogue : m_catalogues) {
        if (catalogue.language.tag().compare(tag, Qt::CaseInsensitive) == 0)
            return &catalogue.language;
    }
    return nullptr;
}

/// A reader who refuses all that there is gets an answer all the same (RFC 9110 section 12.5.4).
Language Catalogues::anyBut(const QList<QByteArray> &refused) const
{
    if (!refused.contains(m_own.tag().toLower()))
        return m_own;
    const Language *english = find("en");
    return english && !refused.contains("en") ? *english : m_own;
}

} // namespace Gatehouse
