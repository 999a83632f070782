#include "models/config/schemavalidator.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace Gatehouse {

namespace {

/// The validator's context, "<root>", "[server]", "[port]", as names.
QStringList toPath(const std::vector<std::string> &context)
{
    QStringList path;
    for (std::size_t i = 1; i < context.size(); ++i) {
        const QString step = QString::fromStdString(context[i]);
        path.append(step.mid(1, step.size() - 2));
    }
    return path;
}

QJsonValue valueAt(const QJsonObject &document, const QStringList &path)
{
    QJsonValue value = document;
    for (const QString &step : path)
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    return value;
}

/// The value as JSON text.
QString shown(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString listed(const QJsonArray &values)
{
    QStringList words;
    for (const QJsonValue &value : values)
        words.append(value.isString() ? value.toString() : shown(value));
    return words.join(QStringLiteral(", "));
}

bool hasType(const QJsonValue &value, const QString &type)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return type == QLatin1String("boolean");
    case QJsonValue::Double:
        return type == QLatin1String("number")
            || (type == QLatin1String("integer") && value.toDouble() == double(value.toInteger()));
    case QJsonValue::String:
        return type == QLatin1String("string");
    case QJsonValue::Array:
        return type == QLatin1String("array");
    case QJsonValue::Object:
        return type == QLatin1String("object");
    default:
        return false;
    }
}

} // namespace

SchemaValidator::SchemaValidator(const QJsonObject &schema)
    : m_schema(schema)
{ }

Result<void> SchemaValidator::validate(const QJsonObject &document) const
{
    valijson::Schema schema;
    const QJsonValue schemaValue(m_schema);
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaValue), schema);

    const QJsonValue value(document);
    valijson::ValidationResults problems;
    if (valijson::Validator().validate(schema, valijson::adapters::QtJsonAdapter(value), &problems))
        return {};

    valijson::ValidationResults::Error first;
    problems.popError(first);
    const QStringList path = toPath(first.context);
    const QString reason = explain(path, document, QString::fromStdString(first.description));
    return Error {Error::Kind::Invalid, path.isEmpty() ? reason : path.join(u'.') + QStringLiteral(": ") + reason};
}

QString SchemaValidator::explain(const QStringList &path, const QJsonObject &document, const QString &fallback) const
{
    const QJsonObject schema = schemaAt(path);
    const QJsonValue value = valueAt(document, path);
    const QString reason = value.isObject() && hasType(value, schema.value(QStringLiteral("type")).toString())
        ? explainObject(schema, value.toObject())
        : explainValue(schema, value);
    return reason.isEmpty() ? fallback : reason;
}

QJsonObject SchemaValidator::schemaAt(const QStringList &path) const
{
    QJsonObject schema = m_schema;
    for (const QString &step : path) {
        schema = resolved(schema);
        const QJsonValue named = schema.value(QStringLiteral("properties")).toObject().value(step);
        const QJsonValue others = schema.value(QStringLiteral("additionalProperties"));
        schema = schema.value(QStringLiteral("type")) == QLatin1String("array")
            ? schema.value(QStringLiteral("items")).toObject()
            : (named.isObject() ? named : others).toObject();
    }
    return resolved(schema);
}

/// Follows "#/properties/NAME", the only kind of reference there is.
QJsonObject SchemaValidator::resolved(const QJsonObject &schema) const
{
    const QString reference = schema.value(QStringLiteral("$ref")).toString();
    if (reference.isEmpty())
        return schema;
    const QJsonObject properties = m_schema.value(QStringLiteral("properties")).toObject();
    return properties.value(reference.section(u'/', -1)).toObject();
}

QString SchemaValidator::explainObject(const QJsonObject &schema, const QJsonObject &value)
{
    const QStringList known = schema.value(QStringLiteral("properties")).toObject().keys();
    for (const QString &name : value.keys()) {
        if (!known.contains(name))
            return tr("\"%1\" is not known here; known are %2").arg(name, known.join(QStringLiteral(", ")));
    }
    return {};
}

QString SchemaValidator::explainValue(const QJsonObject &schema, const QJsonValue &value)
{
    const QString type = schema.value(QStringLiteral("type")).toString();
    if (!type.isEmpty() && !hasType(value, type))
        //: %1 is a value as written, %2 a JSON type such as integer or string
        return tr("%1 is not of the type %2").arg(shown(value), type);
    const QJsonValue choices = schema.value(QStringLiteral("enum"));
    if (choices.isArray() && !choices.toArray().contains(value))
        return tr("%1 is not one of %2").arg(shown(value), listed(choices.toArray()));
    const QJsonValue maximum = schema.value(QStringLiteral("maximum"));
    if (maximum.isDouble() && value.toDouble() > maximum.toDouble())
        return tr("%1 is more than %2").arg(shown(value), shown(maximum));
    const QJsonValue minimum = schema.value(QStringLiteral("minimum"));
    if (minimum.isDouble() && value.toDouble() < minimum.toDouble())
        return tr("%1 is less than %2").arg(shown(value), shown(minimum));
    if (value.toString().size() < schema.value(QStringLiteral("minLength")).toInt())
        return tr("an empty text is not allowed");
    return {};
}

} // namespace Gatehouse
