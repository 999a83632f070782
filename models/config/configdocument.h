#pragma once

#include "models/result.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <optional>

namespace Gatehouse {

/// The configuration file: JSON in the shape of resources/gatehouse.schema.json. What it leaves out is empty here.
class ConfigDocument
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ConfigDocument)

public:
    std::optional<QString> address;
    std::optional<quint16> port;
    std::optional<QString> issuer;
    std::optional<bool> tls; ///< with the certificate of the local authority, unless files are named
    std::optional<QString> tlsCertificate;
    std::optional<QString> tlsKey;
    std::optional<bool> recordExchanges;
    std::optional<QString> database;
    std::optional<QString> keyProtection; ///< "automatic" or a name of KeyProtection
    std::optional<QString> profile;
    std::optional<bool> demo;
    QJsonObject applications; ///< rules of applications by client_id
    QJsonObject policy; ///< switches by name, laid over the profile's
    QJsonObject domains; ///< identity domains beside the default one, by name

    /// Reads and checks a file. Error::NotFound: it is not there; Error::Unavailable: it cannot be read; Error::Invalid: a
    /// sentence that names the file and the line and column, or the path within the document.
    static Result<ConfigDocument> read(const QString &file);
    /// Checks a text; `name` is what the sentences call it.
    static Result<ConfigDocument> parse(const QByteArray &text, const QString &name);
    /// The schema, as compiled in.
    static QJsonObject schema();

    friend bool operator==(const ConfigDocument &, const ConfigDocument &) = default;

private:
    static Result<QJsonObject> parseObject(const QByteArray &text);
    static Result<void> check(const QJsonObject &root);
    static ConfigDocument fromJson(const QJsonObject &root);
};

} // namespace Gatehouse
