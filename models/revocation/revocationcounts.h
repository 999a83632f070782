#pragma once

#include <QJsonObject>
#include <QtGlobal>

namespace Gatehouse {

/// How many of each kind go, or went, from active to inactive.
struct RevocationCounts
{
    qint64 access = 0;
    qint64 refresh = 0;
    qint64 code = 0;
    qint64 consent = 0;

    qint64 tokens() const { return access + refresh + code; }
    qint64 total() const { return tokens() + consent; }
    RevocationCounts &operator+=(const RevocationCounts &other)
    {
        access += other.access;
        refresh += other.refresh;
        code += other.code;
        consent += other.consent;
        return *this;
    }
    QJsonObject toJson() const
    {
        return {{QStringLiteral("access"), access},
                {QStringLiteral("refresh"), refresh},
                {QStringLiteral("code"), code},
                {QStringLiteral("consent"), consent}};
    }

    friend bool operator==(const RevocationCounts &, const RevocationCounts &) = default;
};

} // namespace Gatehouse
