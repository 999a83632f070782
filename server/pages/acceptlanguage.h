#pragma once

#include <QByteArray>
#include <QList>

namespace Gatehouse {

/// One range of an Accept-Language header with its weight in thousandths.
struct LanguageRange
{
    QByteArray tag; ///< lower case; "*": any
    int weight = 1000; ///< 0: not this one

    friend bool operator==(const LanguageRange &, const LanguageRange &) = default;
};

constexpr qsizetype MaxAcceptLanguage = 1000; ///< a longer header is not read
constexpr qsizetype MaxLanguageRanges = 32; ///< those after them are not read

/// The ranges of an Accept-Language header (RFC 9110 section 12.5.4), the most wanted first and otherwise in the header's
/// order. Empty for a header that is malformed.
QList<LanguageRange> languageRanges(const QByteArray &header);

} // namespace Gatehouse
