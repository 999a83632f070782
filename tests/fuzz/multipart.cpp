#include "server/message/parameters.h"
#include "tests/fuzz/fuzz.h"

using namespace Gatehouse;

/// The first line is the Content-Type, the rest the body. Nothing is read that was not sent.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = bytesOf(data, size);
    const qsizetype lineEnd = input.indexOf('\n');
    if (lineEnd < 0)
        return 0;
    const QByteArray body = input.sliced(lineEnd + 1);
    Parameters parameters;
    parseMultipart(input.first(lineEnd), body, parameters);
    require(parameters.all().size() <= 100, "a body has at most 100 parts");
    for (const auto &[name, value] : parameters.all()) {
        require(!name.contains(QChar(u'\0')) && !value.contains(QChar(u'\0')), "no field holds NUL");
        require(body.contains(value.toUtf8()), "a value stands in the body as it was read");
    }
    const qsizetype dispositions = body.toLower().count("content-disposition");
    require(parameters.all().size() <= dispositions, "each field had a part of its own");
    return 0;
}
