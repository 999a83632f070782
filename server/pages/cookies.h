#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace Gatehouse {

struct Context;
struct Request;
struct Response;

/// The value of the request's first cookie of that name (RFC 6265 4.2); empty when it has none.
QByteArray cookieValue(const Request &request, QByteArrayView name);

/// Sets a cookie that lives as long as the browser, is no business of scripts or other sites, and keeps to TLS where there
/// is TLS. An empty value takes the cookie away.
void setCookie(const Context &context, Response &response, const QByteArray &name, const QByteArray &value);

} // namespace Gatehouse
