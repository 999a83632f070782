#include "server/checks/responsetype.h"

#include "models/records/application.h"
#include "server/endpoints/context.h"
#include "server/endpoints/errorresponse.h"

namespace Gatehouse {

namespace {

bool isOnInDomain(const Policy &policy, ResponseType type)
{
    return type == ResponseType::Code ? policy.grantTypes.contains(grantTypeOf(type)) : policy.implicitFlow;
}

bool lists(const Application &application, ResponseType type)
{
    return application.grantTypes.split(u' ').contains(grantTypeOf(type));
}

bool isOn(const Policy &policy, const Application &application, ResponseType type)
{
    return isOnInDomain(policy, type) || (policy.clientGrantTypesExtend && lists(application, type));
}

std::optional<ResponseType> parsed(const QString &text)
{
    if (text == u"code")
        return ResponseType::Code;
    if (text == u"token")
        return ResponseType::Token;
    return {};
}

} // namespace

QString grantTypeOf(ResponseType type)
{
    return type == ResponseType::Code ? QStringLiteral("authorization_code") : QStringLiteral("implicit");
}

Outcome<ResponseType> responseTypeOf(Context &context, const Application &application)
{
    const QString text = context.parameters.value(u"response_type");
    if (!context.check("response_type", "RFC 6749 3.1.1", !text.isEmpty(), QStringLiteral("code")))
        return missingParameter(context.policy(), "response_type");
    const std::optional<ResponseType> type = parsed(text);
    if (!context.check("response_type known", "RFC 6749 3.1.1", type && isOn(context.policy(), application, *type),
                       QStringLiteral("code"), text))
        return OAuthError {"unsupported_response_type"};
    return *type;
}

Outcome<ResponseMode> responseModeOf(Context &context, ResponseType type)
{
    const ResponseMode own = type == ResponseType::Code ? ResponseMode::Query : ResponseMode::Fragment;
    const QString text = context.parameters.value(u"response_mode");
    const bool known = text.isEmpty() || text == u"fragment" || (text == u"query" && type == ResponseType::Code);
    if (!context.check("response_mode", "OAuth Multiple Response Types 2.1", known, QStringLiteral("query, fragment"),
                       text)) {
        return OAuthError {
            speaksDoorkeeper(context) ? QByteArrayLiteral("unsupported_response_mode")
                                      : QByteArrayLiteral("invalid_request"),
            QStringLiteral(QT_TRANSLATE_NOOP("Gatehouse::ErrorPage",
                                             "The authorization server does not support this response mode."))};
    }
    return text.isEmpty() ? own : text == u"query" ? ResponseMode::Query : ResponseMode::Fragment;
}

Outcome<ResponseType> flowAllowed(Context &context, const Application &application, ResponseType type)
{
    const bool allowed = application.grantTypes.isEmpty() || lists(application, type);
    if (!context.check("flow of the application", "RFC 6749 4.1.2.1", allowed, application.grantTypes,
                       grantTypeOf(type)))
        return OAuthError {"unauthorized_client"};
    return type;
}

} // namespace Gatehouse
