#include "server/message/parameters.h"
#include "tests/fuzz/fuzz.h"

#include <QUrl>

using namespace Gatehouse;

namespace {

QByteArray written(const Parameters &parameters)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : parameters.all())
        pairs.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    return pairs.join('&');
}

} // namespace

/// A form is read as it was written, or not at all.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Parameters parameters;
    parseForm(bytesOf(data, size), parameters);
    require(parameters.all().size() <= 200, "a form has at most 200 fields");
    for (const auto &[name, value] : parameters.all()) {
        require(name.isValidUtf16() && value.isValidUtf16(), "what a form holds is text");
        require(!name.contains(QChar(u'\0')) && !value.contains(QChar(u'\0')), "no field holds NUL");
        require(parameters.has(name), "a field that was read is there");
    }
    if (parameters.isMalformed())
        return 0;
    Parameters again;
    parseForm(written(parameters), again);
    require(!again.isMalformed() && again.all() == parameters.all(), "a form written and read again is the same");
    require(again.repeated() == parameters.repeated(), "so are the names that came twice");
    return 0;
}
