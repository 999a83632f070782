#include "models/config/configdocument.h"

#include "models/config/schemavalidator.h"
#include "models/records/policy.h"

#include <QFile>
#include <QJsonDocument>

namespace Gatehouse {

namespace {

/// Line and column, both from 1, of a byte's place in the text.
std::pair<qsizetype, qsizetype> placeOf(const QByteArray &text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {before.count('\n') + 1, QString::fromUtf8(before.mid(lineStart)).size() + 1};
}

QString sentence(const QString &name, const QString &reason)
{
    return name + QStringLiteral(": ") + reason + (reason.endsWith(u'.') ? QString() : QStringLiteral("."));
}

template<class T> std::optional<T> optional(const QJsonObject &object, const QString &name)
{
    const QJsonValue value = object.value(name);
    return value.isUndefined() ? std::nullopt : std::optional(value.toVariant().value<T>());
}

} // namespace

Result<ConfigDocument> ConfigDocument::read(const QString &file)
{
    QFile source(file);
    if (!source.exists())
        return Error {Error::Kind::NotFound, tr("There is no configuration file %1; check its path.").arg(file)};
    if (!source.open(QIODevice::ReadOnly))
        return Error {Error::Kind::Unavailable,
                      tr("The configuration file %1 cannot be read (%2); check who may read it.")
                          .arg(file, source.errorString())};
    return parse(source.readAll(), file);
}

Result<ConfigDocument> ConfigDocument::parse(const QByteArray &text, const QString &name)
{
    const Result<QJsonObject> root = parseObject(text);
    const Result<void> checked = root ? check(*root) : Result<void>(root.error());
    if (!checked)
        return Error {Error::Kind::Invalid, sentence(name, checked.error().message)};
    return fromJson(*root);
}

QJsonObject ConfigDocument::schema()
{
    QFile file(QStringLiteral(":/config/gatehouse.schema.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Result<QJsonObject> ConfigDocument::parseObject(const QByteArray &text)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const auto [line, column] = placeOf(text, problem.offset);
        return Error {
            Error::Kind::Invalid,
            tr("line %1, column %2: %3").arg(QString::number(line), QString::number(column), problem.errorString())};
    }
    if (!document.isObject())
        return Error {Error::Kind::Invalid, tr("the document is not a JSON object")};
    return document.object();
}

Result<void> ConfigDocument::check(const QJsonObject &root)
{
    if (const Result<void> fits = SchemaValidator(schema()).validate(root); !fits)
        return fits;
    const QString policy = QStringLiteral("policy");
    if (const Result<void> fits = Policy().apply(root.value(policy).toObject()); !fits)
        return fits;
    for (const QJsonValue &domain : root.value(QStringLiteral("domains")).toObject()) {
        if (const Result<void> fits = Policy().apply(domain.toObject().value(policy).toObject()); !fits)
            return fits;
    }
    return {};
}

ConfigDocument ConfigDocument::fromJson(const QJsonObject &root)
{
    const QJsonObject server = root.value(QStringLiteral("server")).toObject();
    ConfigDocument document;
    document.address = optional<QString>(server, QStringLiteral("address"));
    document.port = optional<quint16>(server, QStringLiteral("port"));
    document.issuer = optional<QString>(server, QStringLiteral("issuer"));
    document.tls = optional<bool>(server, QStringLiteral("tls"));
    document.tlsCertificate = optional<QString>(server, QStringLiteral("tls_certificate"));
    document.tlsKey = optional<QString>(server, QStringLiteral("tls_key"));
    document.recordExchanges = optional<bool>(server, QStringLiteral("record_exchanges"));
    document.database = optional<QString>(root, QStringLiteral("database"));
    document.keyProtection
        = optional<QString>(root.value(QStringLiteral("secrets")).toObject(), QStringLiteral("protection"));
    document.profile = optional<QString>(root, QStringLiteral("profile"));
    document.demo = optional<bool>(root, QStringLiteral("demo"));
    document.applications = root.value(QStringLiteral("applications")).toObject();
    document.policy = root.value(QStringLiteral("policy")).toObject();
    document.domains = root.value(QStringLiteral("domains")).toObject();
    return document;
}

} // namespace Gatehouse
