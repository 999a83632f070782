#pragma once

#include "models/filter/filterfield.h"
#include "models/filter/filtermoment.h"
#include "models/result.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace Gatehouse {

/// One of the alternatives of a term: `a|b` has two.
struct FilterValue
{
    QString text;
    bool isQuoted = false; ///< exactly these words: no wildcards, no `none`
    FilterMoment moment; ///< where the field is a time
    qint64 number = 0; ///< where the field is a number

    /// Whether it asks for rows where the field is empty: `user:none`.
    bool isNone() const { return !isQuoted && text.compare(QLatin1String("none"), Qt::CaseInsensitive) == 0; }
};

/// One condition of a filter; all terms of a filter have to hold.
struct FilterTerm
{
    enum class Operator { Is, Less, LessOrEqual, Greater, GreaterOrEqual };
    static constexpr int Words = -1;

    bool isNegated = false;
    int field = Words; ///< index in the fields, or Words: anywhere in the searched ones
    Operator op = Operator::Is;
    QList<FilterValue> values; ///< any of these; never empty
};

/// The filter language of every table (the help of the filter field shows it):
/// `word` `"exact words"` `-not` `field:value` `-field:value` `a|b` `a*b?` `is:expired` `expires<10m` `issued>2024-05-01` `user:none`.
/// Words look anywhere in the row; a value with `*` or `?` has to match from its beginning to its end.
class FilterExpression
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::FilterExpression)

public:
    static constexpr qsizetype MaxLength = 1000;
    static constexpr int MaxValues = 50;

    FilterExpression() = default;
    /// Error::Invalid with a sentence that says what is wrong and where.
    static Result<FilterExpression> parse(const QString &text, const FilterFields &fields);

    const QList<FilterTerm> &terms() const { return m_terms; }
    bool isEmpty() const { return m_terms.isEmpty(); }

private:
    class Parser;

    QList<FilterTerm> m_terms;
};

} // namespace Gatehouse
