#include "server/pages/acceptlanguage.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Gatehouse {

namespace {

/// "0.8" and "1" in thousandths; the grammar has been held against it.
int thousandths(const QString &weight)
{
    const QString decimals = weight.section(u'.', 1).leftJustified(3, u'0');
    return weight.startsWith(u'1') ? 1000 : decimals.toInt();
}

std::optional<LanguageRange> rangeFrom(const QString &element)
{
    // RFC 4647 section 2.1 for the range, RFC 9110 section 12.4.2 for the weight.
    static const QRegularExpression grammar(
        QStringLiteral(
            "^(\\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)(?:[ \\t]*;[ \\t]*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = grammar.match(element);
    if (!match.hasMatch())
        return std::nullopt;
    const QString weight = match.captured(2);
    return LanguageRange {match.captured(1).toLower().toLatin1(), weight.isEmpty() ? 1000 : thousandths(weight)};
}

} // namespace

QList<LanguageRange> languageRanges(const QByteArray &header)
{
    if (header.size() > MaxAcceptLanguage)
        return {};
    QList<LanguageRange> ranges;
    for (const QByteArray &part : header.split(',')) {
        const QString element = QString::fromLatin1(part).trimmed();
        if (element.isEmpty())
            continue; // a list may hold empty elements (RFC 9110 section 5.6.1.2)
        const std::optional<LanguageRange> range = rangeFrom(element);
        if (!range)
            return {};
        if (ranges.size() < MaxLanguageRanges)
            ranges.append(*range);
    }
    std::stable_sort(ranges.begin(), ranges.end(),
                     [](const LanguageRange &a, const LanguageRange &b) { return a.weight > b.weight; });
    return ranges;
}

} // namespace Gatehouse
