#include "models/filter/filtersql.h"

#include <QStringList>

namespace Gatehouse {

namespace {

/// A LIKE pattern with `\` as its escape: wildcards bind to both ends, anything else may stand anywhere.
QString pattern(const FilterValue &value)
{
    QString escaped;
    bool hasWildcard = false;
    for (QChar c : value.text) {
        if (!value.isQuoted && (c == u'*' || c == u'?')) {
            hasWildcard = true;
            escaped += c == u'*' ? u'%' : u'_';
            continue;
        }
        if (c == u'%' || c == u'_' || c == u'\\')
            escaped += u'\\';
        escaped += c;
    }
    return hasWildcard ? escaped : QString(u'%' % escaped % u'%');
}

QString sign(FilterTerm::Operator op)
{
    using Operator = FilterTerm::Operator;
    switch (op) {
    case Operator::Is:
        return QStringLiteral(" = ?");
    case Operator::Less:
        return QStringLiteral(" < ?");
    case Operator::LessOrEqual:
        return QStringLiteral(" <= ?");
    case Operator::Greater:
        return QStringLiteral(" > ?");
    case Operator::GreaterOrEqual:
        return QStringLiteral(" >= ?");
    }
    return {};
}

/// Puts conditions together while it collects what they bind.
class Composer
{
public:
    Composer(const FilterFields &fields, Timestamp now)
        : m_fields(fields)
        , m_now(now)
    { }

    QString term(const FilterTerm &term)
    {
        QStringList alternatives;
        for (const FilterValue &value : term.values)
            alternatives.append(term.field == FilterTerm::Words ? words(value)
                                                                : field(m_fields.at(term.field), term.op, value));
        const QString any = u'(' % alternatives.join(QLatin1String(" OR ")) % u')';
        // NULL, neither true nor false, counts as "does not match": negated it matches.
        return term.isNegated ? QString(u"(CASE WHEN " % any % u" THEN 0 ELSE 1 END) = 1") : any;
    }

    QVariantList values() const { return m_values; }
    bool dependsOnTime() const { return m_dependsOnTime; }

private:
    using Kind = FilterField::Kind;
    using Operator = FilterTerm::Operator;

    QString words(const FilterValue &value)
    {
        QStringList places;
        for (const FilterField &field : m_fields) {
            if (!field.inWords)
                continue;
            const QString place = field.kind == Kind::Choice ? choice(field, value) : text(field, value);
            if (!place.isEmpty())
                places.append(place);
        }
        return places.join(QLatin1String(" OR "));
    }

    QString field(const FilterField &field, Operator op, const FilterValue &value)
    {
        switch (field.kind) {
        case Kind::Text:
            return value.isNone() ? QString(u'(' % field.expression % u" IS NULL OR " % field.expression % u" = '')")
                                  : text(field, value);
        case Kind::Choice:
            return choice(field, value);
        case Kind::Number:
            return value.isNone() ? QString(field.expression % u" IS NULL") : compare(field, op, value.number);
        case Kind::Past:
        case Kind::Deadline:
            if (value.isNone())
                return field.expression % u" IS NULL";
            return value.moment.isLength ? length(field, op, value.moment.length) : moment(field, op, value.moment);
        }
        return {};
    }

    QString text(const FilterField &field, const FilterValue &value)
    {
        m_values.append(pattern(value));
        return field.expression % uR"( LIKE ? ESCAPE '\')";
    }

    QString choice(const FilterField &field, const FilterValue &value)
    {
        for (const FilterChoice &choice : field.choices) {
            if (choice.name.compare(value.text, Qt::CaseInsensitive) != 0)
                continue;
            for (int i = 0; i < choice.times; ++i)
                bindNow();
            return u'(' % choice.condition % u')';
        }
        return {};
    }

    QString compare(const FilterField &field, Operator op, qint64 value)
    {
        m_values.append(value);
        return field.expression % sign(op);
    }

    /// A length of time is the age of what has been, and what remains of what is to come.
    QString length(const FilterField &field, Operator op, Timestamp length)
    {
        m_dependsOnTime = true;
        if (field.kind == Kind::Past)
            return compare(field, mirrored(op), m_now - length);
        QString condition = compare(field, op, m_now + length);
        if (op == Operator::Less || op == Operator::LessOrEqual) {
            m_values.append(m_now);
            condition = u'(' % condition % u" AND " % field.expression % u" > ?)";
        }
        return condition;
    }

    /// A day or minute is a span: before it, in it, after it.
    QString moment(const FilterField &field, Operator op, const FilterMoment &moment)
    {
        switch (op) {
        case Operator::Less:
            return compare(field, Operator::Less, moment.from);
        case Operator::LessOrEqual:
            return compare(field, Operator::Less, moment.to);
        case Operator::Greater:
            return compare(field, Operator::GreaterOrEqual, moment.to);
        case Operator::GreaterOrEqual:
            return compare(field, Operator::GreaterOrEqual, moment.from);
        case Operator::Is:
            break;
        }
        const QString from = compare(field, Operator::GreaterOrEqual, moment.from);
        const QString to = compare(field, Operator::Less, moment.to);
        return u'(' % from % u" AND " % to % u')';
    }

    static Operator mirrored(Operator op)
    {
        switch (op) {
        case Operator::Less:
            return Operator::Greater;
        case Operator::LessOrEqual:
            return Operator::GreaterOrEqual;
        case Operator::Greater:
            return Operator::Less;
        case Operator::GreaterOrEqual:
            return Operator::LessOrEqual;
        case Operator::Is:
            break;
        }
        return op;
    }

    void bindNow()
    {
        m_dependsOnTime = true;
        m_values.append(m_now);
    }

    const FilterFields &m_fields;
    Timestamp m_now;
    QVariantList m_values;
    bool m_dependsOnTime = false;
};

} // namespace

FilterSql FilterSql::make(const FilterExpression &expression, const FilterFields &fields, Timestamp now)
{
    Composer composer(fields, now);
    QStringList conditions;
    for (const FilterTerm &term : expression.terms())
        conditions.append(composer.term(term));
    return {conditions.join(QLatin1String(" AND ")), composer.values(), composer.dependsOnTime()};
}

} // namespace Gatehouse
