#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringView>

namespace Gatehouse {

/// The parameters of a request, from query and body, decoded once. A value that came twice makes the request
/// invalid (RFC 6749 section 3.1, 3.2); so does text that is not UTF-8.
class Parameters
{
public:
    Parameters() { m_values.reserve(Usual); }

    void add(const QString &name, const QString &value);

    bool has(QStringView name) const;
    /// Empty when it was not sent; RFC 6749 section 3.1 treats both alike.
    QString value(QStringView name) const;
    /// Names that were sent more than once.
    QStringList repeated() const;
    const QList<QPair<QString, QString>> &all() const { return m_values; }

    bool isMalformed() const { return !m_malformed.isEmpty(); }
    /// Why the body or query could not be read, for the operator.
    QString malformed() const { return m_malformed; }
    void setMalformed(const QString &reason) { m_malformed = reason; }

private:
    static constexpr qsizetype Usual = 8; ///< in a request of the protocol

    QList<QPair<QString, QString>> m_values;
    QString m_malformed;
};

struct Request;

/// application/x-www-form-urlencoded text (the query too): one percent-decoding, plus is a blank.
void parseForm(const QByteArray &text, Parameters &parameters);
/// multipart/form-data (RFC 7578), fields only; `contentType` is the whole header.
void parseMultipart(const QByteArray &contentType, const QByteArray &body, Parameters &parameters);
/// A JSON object whose members are strings, numbers, booleans, or one object of such (`doorkeeper_application[name]`), which
/// may hold arrays of strings too (`doorkeeper_application[uris][]`) and nulls, which are empty.
void parseJson(const QByteArray &body, Parameters &parameters);

/// Whether the request says that its body is application/x-www-form-urlencoded.
bool isForm(const Request &request);
/// Query and body of the request by its Content-Type. An unknown type with a body is malformed.
Parameters parametersOf(const Request &request);

} // namespace Gatehouse
