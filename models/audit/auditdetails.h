#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Gatehouse {

/// The details of an audit event, one row's JSON object, read for a person.
class AuditDetails
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::AuditDetails)

public:
    struct Item
    {
        QString label;
        QString value;
        bool isCode = false; ///< an identifier or address
    };

    explicit AuditDetails(const QString &json);

    /// Every member in words, those of a revocation in the order of what happened, others after them.
    QList<Item> items() const;
    /// How many tokens, codes and consents ended; 0 where the event does not say.
    qint64 ended() const;
    /// The same in words: "Access Tokens: 2, Codes: 1".
    QString endedInWords() const;
    QString text(const char *key) const;
    /// As stored, with line breaks.
    QString pretty() const;

private:
    QString valueInWords(const QString &key, const QJsonValue &value) const;

    QJsonObject m_object;
};

} // namespace Gatehouse
