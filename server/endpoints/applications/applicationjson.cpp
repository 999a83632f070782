#include "server/endpoints/applications/applicationjson.h"

#include "models/jsonwriter.h"
#include "models/secrets/passwordhash.h"
#include "models/store/applicationstore.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

#include <QDateTime>
#include <QTimeZone>

namespace Gatehouse {

namespace {

using Field = ApplicationRules::Field;
using Fault = ApplicationRules::Fault;

QString moment(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc()).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

void addFields(const Application &application, JsonWriter &json)
{
    json.add("redirect_uri", application.redirectUri)
        .add("scopes", application.scopeNames())
        .add("confidential", application.confidential)
        .add("created_at", moment(application.createdAt))
        .add("updated_at", moment(application.updatedAt));
}

QByteArray listed(QList<QByteArray> objects)
{
    return '[' + objects.join(',') + ']';
}

const char *label(Field field)
{
    switch (field) {
    case Field::Name:
        return "Name";
    case Field::ClientId:
        return "Uid";
    case Field::RedirectUri:
        return "Redirect URI";
    case Field::Scopes:
        break;
    }
    return "Scopes";
}

const char *phrase(const ApplicationRules::Problem &problem)
{
    switch (problem.fault) {
    case Fault::Blank:
        return "can't be blank";
    case Fault::TooLong:
        return "is too long (maximum is 255 characters)";
    case Fault::Characters:
        return "is invalid";
    case Fault::Unknown:
        return "doesn't match configured on the server.";
    case Fault::Forbidden:
        return "is forbidden by the server.";
    case Fault::Fragment:
        return "cannot contain a fragment.";
    case Fault::NoScheme:
        return "must specify a scheme.";
    case Fault::Relative:
        return "must be an absolute URI.";
    case Fault::Unencrypted:
        return "must be an HTTPS/SSL URI.";
    case Fault::NoUri:
        break;
    }
    return "must be a valid URI.";
}

} // namespace

Response applicationJson(int status, const Application &application, const QString &secret)
{
    const QString shown = secret.isEmpty() ? readableSecret(application.secret) : secret;
    JsonWriter json;
    json.add("id", application.id).add("name", application.name).add("uid", application.uid);
    if (shown.isEmpty())
        json.addNull("secret");
    else
        json.add("secret", shown);
    addFields(application, json);
    return Response::json(status, std::move(json));
}

Response applicationsJson(const QList<Application> &applications)
{
    QList<QByteArray> objects;
    for (const Application &application : applications) {
        JsonWriter json;
        json.add("id", application.id).add("name", application.name).add("uid", application.uid);
        addFields(application, json);
        objects.append(json.take());
    }
    return Response::json(200, listed(objects));
}

Response authorizationsJson(const QList<AuthorizedApplication> &authorizations)
{
    QList<QByteArray> objects;
    for (const AuthorizedApplication &authorization : authorizations) {
        const Application &application = authorization.application;
        JsonWriter json;
        json.add("id", application.id).add("name", application.name);
        if (!application.confidential)
            json.add("uid", application.uid);
        json.add("created_at", moment(application.createdAt));
        objects.append(json.take());
    }
    return Response::json(200, listed(objects));
}

Response problemsJson(Context &context, const QList<ApplicationRules::Problem> &problems)
{
    QStringList sentences;
    for (const ApplicationRules::Problem &problem : problems)
        sentences.append(QLatin1String(label(problem.field)) + QLatin1Char(' ') + QLatin1String(phrase(problem)));
    const bool isAddress = problems.constFirst().field == Field::RedirectUri;
    const QByteArray code = isAddress ? "invalid_redirect_uri" : "invalid_client_metadata";
    JsonWriter json;
    if (!speaksDoorkeeper(context))
        return errorResponse(context, {code, sentences.join(QLatin1String(", ")), {}, 400});
    context.noteError({code, {}, sentences.join(QLatin1String(", "))});
    json.add("errors", sentences);
    return Response::json(422, std::move(json));
}

} // namespace Gatehouse
