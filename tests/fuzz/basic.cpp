#include "server/message/basiccredentials.h"
#include "tests/fuzz/fuzz.h"

#include <QUrl>

using namespace Gatehouse;

namespace {

QByteArray written(const BasicCredentials &credentials, BasicEncoding encoding)
{
    const auto part = [encoding](const QString &text) {
        return encoding == BasicEncoding::Form ? QUrl::toPercentEncoding(text) : text.toUtf8();
    };
    return "Basic " + QByteArray(part(credentials.id) + ':' + part(credentials.secret)).toBase64();
}

void check(const QByteArray &header, BasicEncoding encoding)
{
    const auto credentials = parseBasicCredentials(header, encoding);
    if (!credentials)
        return;
    require(!credentials->id.contains(QChar(u'\0')) && !credentials->secret.contains(QChar(u'\0')),
            "no NUL comes through");
    const auto again = parseBasicCredentials(written(*credentials, encoding), encoding);
    require(again && again->id == credentials->id && again->secret == credentials->secret,
            "credentials written and read again are the same");
}

} // namespace

/// An Authorization header.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray header = bytesOf(data, size);
    check(header, BasicEncoding::Form);
    check(header, BasicEncoding::Plain);
    const auto token = authorizationValue(header, "Bearer");
    require(!token || header.contains(token->toByteArray()), "a bearer token is a piece of its header");
    return 0;
}
