#include "server/message/parameters.h"

#include "server/message/request.h"

namespace Gatehouse {

namespace {

/// More than any request of the protocol has; keeps every look-up short.
constexpr qsizetype MaxParameters = 200;

constexpr char FormType[] = "application/x-www-form-urlencoded";

QByteArray mediaType(const QByteArray &contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.left(end)).trimmed().toLower();
}

void parseBody(const Request &request, Parameters &parameters)
{
    const QByteArray contentType = request.header("Content-Type");
    const QByteArray type = mediaType(contentType);
    if (type == FormType)
        parseForm(request.body, parameters);
    else if (type == "multipart/form-data")
        parseMultipart(contentType, request.body, parameters);
    else if (type == "application/json")
        parseJson(request.body, parameters);
    else
        parameters.setMalformed(QStringLiteral("the body's Content-Type is none of application/x-www-form-urlencoded, "
                                               "multipart/form-data, application/json"));
}

} // namespace

void Parameters::add(const QString &name, const QString &value)
{
    if (m_values.size() >= MaxParameters)
        setMalformed(QStringLiteral("more than %1 parameters").arg(MaxParameters));
    else if (name.contains(QChar(u'\0')) || value.contains(QChar(u'\0')))
        setMalformed(QStringLiteral("a NUL character in a parameter"));
    else
        m_values.append({name, value});
}

bool Parameters::has(QStringView name) const
{
    for (const auto &entry : m_values) {
        if (entry.first == name)
            return true;
    }
    return false;
}

QString Parameters::value(QStringView name) const
{
    for (const auto &entry : m_values) {
        if (entry.first == name)
            return entry.second;
    }
    return {};
}

QStringList Parameters::repeated() const
{
    QStringList names;
    for (qsizetype i = 1; i < m_values.size(); ++i) {
        const QString &name = m_values[i].first;
        for (qsizetype j = 0; j < i; ++j) {
            if (m_values[j].first == name && !names.contains(name))
                names.append(name);
        }
    }
    return names;
}

bool isForm(const Request &request)
{
    return mediaType(request.header("Content-Type")) == FormType;
}

Parameters parametersOf(const Request &request)
{
    Parameters parameters;
    if (!request.query.isEmpty())
        parseForm(request.query, parameters);
    if (!request.body.isEmpty())
        parseBody(request, parameters);
    return parameters;
}

} // namespace Gatehouse
