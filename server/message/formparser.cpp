#include "server/message/parameters.h"
#include "server/message/textdecoding.h"

namespace Gatehouse {

namespace {

void addPair(QByteArrayView pair, Parameters &parameters)
{
    const qsizetype equals = pair.indexOf('=');
    const auto name = decodedFormText(equals < 0 ? pair : pair.first(equals));
    const auto value = decodedFormText(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1));
    if (name && value)
        parameters.add(*name, *value);
    else
        parameters.setMalformed(QStringLiteral("a bad percent escape or text that is not UTF-8 in the form"));
}

} // namespace

void parseForm(const QByteArray &text, Parameters &parameters)
{
    QByteArrayView rest = text;
    while (!rest.isEmpty() && !parameters.isMalformed()) {
        const qsizetype end = rest.indexOf('&');
        const QByteArrayView pair = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (!pair.isEmpty())
            addPair(pair, parameters);
    }
}

} // namespace Gatehouse
