#pragma once

#include "models/result.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>

namespace Gatehouse {

/// Holds JSON values against a JSON Schema (draft 7).
class SchemaValidator
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::SchemaValidator)

public:
    explicit SchemaValidator(const QJsonObject &schema);

    /// Error::Invalid names the first place that does not fit and says why: "server.port: 99999 is more than 65535".
    Result<void> validate(const QJsonObject &document) const;

private:
    QString explain(const QStringList &path, const QJsonObject &document, const QString &fallback) const;
    QJsonObject schemaAt(const QStringList &path) const;
    QJsonObject resolved(const QJsonObject &schema) const;
    static QString explainObject(const QJsonObject &schema, const QJsonObject &value);
    static QString explainValue(const QJsonObject &schema, const QJsonValue &value);

    QJsonObject m_schema;
};

} // namespace Gatehouse
