#pragma once

#include "server/pages/language.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QTranslator;

namespace Gatehouse {

/// The languages that there are texts in. Read once and never changed, so that any thread may ask it.
class Catalogues
{
public:
    /// Those in `folder`, named gatehouse_TAG.qm. `own` is what the program speaks: what a reader gets who does not ask
    /// for a language, or for none that is there. Where there is no catalogue for it, that is English.
    explicit Catalogues(const QLocale &own = QLocale(), const QString &folder = QStringLiteral(":/i18n"));
    ~Catalogues();

    /// The language for a request with this Accept-Language header.
    Language choose(const QByteArray &acceptLanguage) const;

private:
    struct Catalogue
    {
        Language language;
        std::unique_ptr<QTranslator> translator;
    };

    const Language *findFirst(const QStringList &wanted) const;
    const Language *find(const QByteArray &tag) const;
    Language anyBut(const QList<QByteArray> &refused) const;

    std::vector<Catalogue> m_catalogues;
    Language m_own;
};

} // namespace Gatehouse
