#include "server/http/requesthead.h"
#include "tests/fuzz/fuzz.h"

using namespace Gatehouse;

namespace {

constexpr HttpLimits Limits {.head = 2048, .target = 512, .headers = 20, .body = 4096};

/// What the guard makes of the beginning of a connection.
struct Reading
{
    enum class Verdict { Incomplete, Refused, Accepted };
    Verdict verdict = Verdict::Incomplete;
    qsizetype size = 0;
    RequestHead head;
};

Reading readingOf(const QByteArray &bytes)
{
    const HeadScan scan = scanHead(bytes, Limits);
    if (scan.fault)
        return {Reading::Verdict::Refused, 0, {}};
    if (scan.size == 0) {
        const bool refused = checkRequestLine(bytes, Limits).has_value();
        return {refused ? Reading::Verdict::Refused : Reading::Verdict::Incomplete, 0, {}};
    }
    Reading reading {Reading::Verdict::Accepted, scan.size, {}};
    if (parseHead(QByteArrayView(bytes).first(scan.size), Limits, reading.head))
        reading.verdict = Reading::Verdict::Refused;
    return reading;
}

/// How it arrives, in one piece or many, makes no difference.
void checkPieces(const QByteArray &bytes, const Reading &whole)
{
    const qsizetype step = 1 + bytes.size() / 128;
    for (qsizetype size = 0; size < bytes.size(); size += step) {
        const Reading part = readingOf(bytes.first(size));
        if (part.verdict == Reading::Verdict::Incomplete)
            continue;
        require(part.verdict == whole.verdict, "more bytes do not change what was said of the first");
        require(part.verdict != Reading::Verdict::Accepted || part.size == whole.size, "nor where the head ends");
    }
}

/// The header's lines, read in the plainest way.
void checkLines(const QByteArrayList &lines, const RequestHead &head)
{
    int hosts = 0;
    int lengths = 0;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        require(colon > 0 && line.first(colon).trimmed() == line.first(colon), "every line is a header");
        const QByteArray name = line.first(colon).toLower();
        const QByteArray value = line.sliced(colon + 1).trimmed();
        hosts += name == "host";
        lengths += name == "content-length";
        require(name != "transfer-encoding", "no body is of a length that others may read differently");
        if (name == "content-length")
            require(value.toLongLong() == head.contentLength && !value.startsWith('+'), "the length is the one sent");
    }
    require(lengths <= 1 && hosts <= 1 && (hosts == 1 || head.oldVersion), "one length at most, and one host");
    require(lengths == 1 || head.contentLength == 0, "no length, no body");
    require(head.contentLength >= 0 && head.contentLength <= Limits.body, "the body is within the limit");
    require(head.headers.size() >= lines.size() && lines.size() <= Limits.headers, "no header is lost");
}

void checkHead(const QByteArray &bytes, const RequestHead &head)
{
    require(!bytes.contains('\0') && bytes.count('\n') == bytes.count("\r\n") && bytes.count('\r') == bytes.count('\n'),
            "every line ends with CR and LF, and nothing else looks like an end");
    const QByteArray text = bytes.chopped(4);
    QByteArrayList lines;
    for (qsizetype start = 0; start <= text.size();) {
        const qsizetype end = text.indexOf("\r\n", start);
        lines.append(text.mid(start, end < 0 ? -1 : end - start));
        start = end < 0 ? text.size() + 1 : end + 2;
    }
    const QByteArrayList words = lines.takeFirst().split(' ');
    require(words.size() == 3 && words[0] == methodName(head.method), "the request line has three words");
    require(words[2] == (head.oldVersion ? "HTTP/1.0" : "HTTP/1.1"), "the version is one of two");
    const QByteArray target = head.path + (words[1].contains('?') ? "?" + head.query : QByteArray());
    require(words[1].endsWith(target) || target == "/" || target.startsWith("/?"), "the address is as it was sent");
    require(words[1].size() <= Limits.target && bytes.size() <= Limits.head, "sizes are within the limits");
    checkLines(lines, head);
}

} // namespace

/// The head of a request, read by the guard and, where it was accepted, in the plainest way.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const Reading whole = readingOf(bytes);
    checkPieces(bytes, whole);
    if (whole.verdict == Reading::Verdict::Accepted)
        checkHead(bytes.first(whole.size), whole.head);
    return 0;
}
