#include "server/administration/administrationdialect.h"

#include "server/administration/administrationaccess.h"
#include "server/endpoints/context.h"

namespace Gatehouse {

Response AdministrationDialect::succeeded() const
{
    return Response::json(200, QByteArrayLiteral("{}"));
}

/// RFC 6750 section 3.1: the challenge names the scope that is missing.
Response AdministrationDialect::refused(Context &context, const Refused &refused) const
{
    context.noteError(refused.error);
    const int status = refused.error.status != 0 ? refused.error.status : 400;
    Response response = plainRefusal(context, status, refused.error);
    if (status == 403 || status == 401)
        response.setHeader("WWW-Authenticate",
                           "Bearer realm=\"" + context.policy().realm.toUtf8() + "\", error=\"" + refused.error.code
                               + "\", scope=\"" + AdministrationScope + '"');
    return response;
}

} // namespace Gatehouse
