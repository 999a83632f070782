#pragma once

#include "server/pages/language.h"

namespace Gatehouse {

/// The texts of one context in one language. Its variables are called `tr`, so that lupdate finds the texts.
class PageTexts
{
public:
    PageTexts(const Language &language, const char *context)
        : m_language(language)
        , m_context(context)
    { }

    const Language &language() const { return m_language; }
    QString operator()(const char *source, const char *note = nullptr, int n = -1) const
    {
        return m_language.translate(m_context, source, note, n);
    }

private:
    Language m_language;
    const char *m_context;
};

/// Gives a page its context, to lupdate (as an alias of Q_DECLARE_TR_FUNCTIONS) and to the look-up: textsIn(language) is
/// what its functions hand on as `tr`.
#define GATEHOUSE_PAGE_TEXTS(Context)                                                                                  \
    static PageTexts textsIn(const Language &language)                                                                 \
    {                                                                                                                  \
        return {language, #Context};                                                                                   \
    }

} // namespace Gatehouse
