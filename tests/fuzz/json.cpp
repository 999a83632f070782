#include "server/message/parameters.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Gatehouse;

/// What we take for JSON, others do too, and read the same.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = bytesOf(data, size);
    Parameters parameters;
    parseJson(text, parameters);
    if (parameters.isMalformed())
        return 0;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    require(document.isObject(), "what was read is an object to Qt too");
    // Qt drops a byte order mark at the beginning of a text.
    if (!parameters.repeated().isEmpty() || text.contains("\xef\xbb\xbf"))
        return 0;
    const QJsonObject object = document.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->isString())
            require(parameters.value(member.key()) == member->toString(), "a text is read as Qt reads it");
        else if (member->isBool())
            require(parameters.value(member.key()) == (member->toBool() ? u"true" : u"false"), "a truth value too");
    }
    return 0;
}
