#include "tests/support/mutator.h"

namespace Gatehouse {

namespace {

/// What parsers care about.
constexpr char Telling[] = "\r\n\t \0:;,=&%+\"'\\/?#[]{}<>@.-0918aZ\x7f\x80\xc3\xff";

} // namespace

QByteArray Mutator::mutated(QByteArray bytes, const QByteArrayList &words)
{
    for (qsizetype changes = 1 + below(4); changes > 0; --changes)
        change(bytes, words);
    return bytes;
}

void Mutator::change(QByteArray &bytes, const QByteArrayList &words)
{
    const qsizetype place = below(bytes.size() + 1);
    const qsizetype length = 1 + below(qMin<qsizetype>(32, bytes.size() - place + 1));
    const char byte = Telling[below(sizeof Telling - 1)];
    switch (below(words.isEmpty() ? 7 : 8)) {
    case 0:
        if (place < bytes.size())
            bytes[place] = byte;
        return;
    case 1:
        if (place < bytes.size())
            bytes[place] = char(uchar(bytes[place]) ^ (1u << below(8)));
        return;
    case 2:
        bytes.insert(place, byte);
        return;
    case 3:
        bytes.remove(place, length);
        return;
    case 4:
        bytes.insert(place, bytes.mid(place, length));
        return;
    case 5:
        bytes.insert(below(bytes.size() + 1), bytes.mid(place, length));
        return;
    case 6:
        if (below(4) == 0)
            bytes.truncate(place);
        else
            bytes.insert(place, QByteArray(1 + below(300), byte));
        return;
    default:
        bytes.insert(place, oneOf(words));
        return;
    }
}

} // namespace Gatehouse
