#include "models/filter/filterexpression.h"

#include <QStringList>

#include <optional>

namespace Gatehouse {

/// Reads the text from left to right, term by term. The first fault ends it.
class FilterExpression::Parser
{
public:
    Parser(const QString &text, const FilterFields &fields)
        : m_text(text)
        , m_fields(fields)
    { }

    Result<FilterExpression> parse()
    {
        FilterExpression expression;
        if (m_text.size() > MaxLength)
            fail(tr("The filter is too long: at most %1 characters.").arg(MaxLength));
        for (skipBlanks(); !m_error && !atEnd(); skipBlanks())
            expression.m_terms.append(readTerm());
        if (m_error)
            return *m_error;
        return expression;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar peek(qsizetype ahead = 0) const { return m_text.size() > m_at + ahead ? m_text.at(m_at + ahead) : QChar(); }

    void skipBlanks()
    {
        while (!atEnd() && peek().isSpace())
            ++m_at;
    }

    void fail(const QString &sentence)
    {
        if (!m_error)
            m_error = Error {Error::Kind::Invalid, sentence};
    }

    FilterTerm readTerm()
    {
        FilterTerm term;
        if (peek() == u'-') {
            term.isNegated = true;
            ++m_at;
        }
        readField(term);
        do {
            term.values.append(readValue(term));
        } while (!m_error && takeBar());
        return term;
    }

    bool takeBar()
    {
        if (peek() != u'|')
            return false;
        ++m_at;
        return true;
    }

    /// `name:`, `name=`, `name<` …; leaves the position where it is when a plain word follows.
    void readField(FilterTerm &term)
    {
        qsizetype end = m_at;
        while (end < m_text.size() && (m_text.at(end).isLetter() || m_text.at(end) == u'_'))
            ++end;
        const QString name = m_text.mid(m_at, end - m_at);
        const QStringView rest = QStringView(m_text).mid(end);
        const auto sign = signOf(rest);
        if (name.isEmpty() || !sign || rest.startsWith(u"://"))
            return;
        term.op = sign->op;
        term.field = indexOf(name);
        if (term.field == FilterTerm::Words) {
            fail(tr("There is no field “%1” (character %2). Fields here: %3. To look for these characters, put them in "
                    "quotes.")
                     .arg(name)
                     .arg(m_at + 1)
                     .arg(fieldNames()));
        }
        m_at = end + sign->length;
    }

    struct Sign
    {
        FilterTerm::Operator op;
        int length;
    };

    static std::optional<Sign> signOf(QStringView text)
    {
        using Operator = FilterTerm::Operator;
        if (text.startsWith(u"<="))
            return Sign {Operator::LessOrEqual, 2};
        if (text.startsWith(u">="))
            return Sign {Operator::GreaterOrEqual, 2};
        if (text.startsWith(u'<'))
            return Sign {Operator::Less, 1};
        if (text.startsWith(u'>'))
            return Sign {Operator::Greater, 1};
        if (text.startsWith(u':') || text.startsWith(u'='))
            return Sign {Operator::Is, 1};
        return std::nullopt;
    }

    int indexOf(const QString &name) const
    {
        for (qsizetype i = 0; i < m_fields.size(); ++i) {
            if (m_fields.at(i).name.compare(name, Qt::CaseInsensitive) == 0)
                return int(i);
        }
        return FilterTerm::Words;
    }

    QString fieldNames() const
    {
        QStringList names;
        for (const FilterField &field : m_fields)
            names.append(field.name);
        return names.join(QLatin1String(", "));
    }

    FilterValue readValue(const FilterTerm &term)
    {
        FilterValue value;
        const qsizetype start = m_at;
        value.isQuoted = peek() == u'"';
        value.text = value.isQuoted ? readQuoted() : readBare();
        if (value.text.isEmpty())
            fail(tr("Something to look for is missing at character %1.").arg(start + 1));
        if (++m_values > MaxValues)
            fail(tr("The filter has too many parts: at most %1.").arg(MaxValues));
        if (!m_error && term.field != FilterTerm::Words)
            check(value, m_fields.at(term.field), term.op, start);
        return value;
    }

    QString readQuoted()
    {
        const qsizetype start = m_at++;
        const qsizetype end = m_text.indexOf(u'"', m_at);
        if (end < 0) {
            fail(tr("The quotation mark at character %1 is not closed.").arg(start + 1));
            return {};
        }
        const QString words = m_text.mid(m_at, end - m_at);
        m_at = end + 1;
        return words;
    }

    QString readBare()
    {
        const qsizetype start = m_at;
        while (!atEnd() && !peek().isSpace() && peek() != u'|')
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    void check(FilterValue &value, const FilterField &field, FilterTerm::Operator op, qsizetype at)
    {
        switch (field.kind) {
        case FilterField::Kind::Text:
            return checkPlain(field, op, at);
        case FilterField::Kind::Choice:
            checkPlain(field, op, at);
            return checkChoice(value, field, at);
        case FilterField::Kind::Number:
            return checkNumber(value, field, op, at);
        case FilterField::Kind::Past:
        case FilterField::Kind::Deadline:
            return checkMoment(value, field, op, at);
        }
    }

    void checkPlain(const FilterField &field, FilterTerm::Operator op, qsizetype at)
    {
        if (op != FilterTerm::Operator::Is)
            fail(tr("“%1” cannot be compared with < or > (character %2). Write %1:value.").arg(field.name).arg(at));
    }

    void checkChoice(const FilterValue &value, const FilterField &field, qsizetype at)
    {
        QStringList names;
        for (const FilterChoice &choice : field.choices) {
            if (choice.name.compare(value.text, Qt::CaseInsensitive) == 0)
                return;
            names.append(choice.name);
        }
        fail(tr("“%1” is not known to “%2” (character %3). Choose from: %4.")
                 .arg(value.text, field.name)
                 .arg(at + 1)
                 .arg(names.join(QLatin1String(", "))));
    }

    void checkNumber(FilterValue &value, const FilterField &field, FilterTerm::Operator op, qsizetype at)
    {
        bool isNumber = false;
        value.number = value.text.toLongLong(&isNumber);
        if (!isNumber && !(value.isNone() && op == FilterTerm::Operator::Is))
            fail(tr("“%1” needs a whole number, not “%2” (character %3).").arg(field.name, value.text).arg(at + 1));
    }

    void checkMoment(FilterValue &value, const FilterField &field, FilterTerm::Operator op, qsizetype at)
    {
        if (value.isNone() && op == FilterTerm::Operator::Is)
            return;
        const auto moment = FilterMoment::parse(value.text);
        if (!moment) {
            fail(tr("“%1” is not a time (character %2). Write a length such as 10m, 2h, 3d, or a date such as "
                    "2024-05-01.")
                     .arg(value.text)
                     .arg(at + 1));
        } else if (moment->isLength && op == FilterTerm::Operator::Is) {
            fail(tr("Say whether “%1” is more or less (character %2): %1<%3 or %1>%3.")
                     .arg(field.name)
                     .arg(at)
                     .arg(value.text));
        } else {
            value.moment = *moment;
        }
    }

    const QString &m_text;
    const FilterFields &m_fields;
    qsizetype m_at = 0;
    int m_values = 0;
    std::optional<Error> m_error;
};

Result<FilterExpression> FilterExpression::parse(const QString &text, const FilterFields &fields)
{
    return Parser(text, fields).parse();
}

} // namespace Gatehouse
