#include "server/pages/cookies.h"
#include "server/message/request.h"
#include "tests/fuzz/fuzz.h"

using namespace Gatehouse;

/// The first line is the cookie's name, each other one a Cookie header.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayList lines = bytesOf(data, size).split('\n');
    const QByteArray name = lines.first();
    Request request;
    for (const QByteArray &line : lines.sliced(1))
        request.headers.emplace_back("Cookie", line);
    const QByteArray value = cookieValue(request, name);
    if (value.isEmpty())
        return 0;
    require(!value.contains(';') || name.contains(';'), "a value ends where the next cookie begins");
    require(request.header("cookie").contains(QByteArray(name + '=' + value)),
            "the cookie stands in the header as it was read");
    return 0;
}
