#include "headcases.h"

#include <QTest>

namespace {

const QByteArray host = "Host: h\r\n";

void refused(const char *name, int status, const QByteArray &head)
{
    QTest::newRow(name) << head << status;
}

/// A request with one header beside Host.
void header(const char *name, int status, const QByteArray &line)
{
    refused(name, status, "POST / HTTP/1.1\r\n" + host + line + "\r\n\r\nabcde");
}

void target(const char *name, int status, const QByteArray &target)
{
    refused(name, status, "GET " + target + " HTTP/1.1\r\n" + host + "\r\n");
}

void addLines()
{
    refused("no blank", 400, "GET\r\n\r\n");
    refused("HTTP/0.9", 400, "GET /\r\n\r\n");
    refused("two blanks", 400, "GET  / HTTP/1.1\r\n" + host + "\r\n");
    refused("blank after version", 400, "GET / HTTP/1.1 \r\n" + host + "\r\n");
    refused("blank before method", 400, " GET / HTTP/1.1\r\n" + host + "\r\n");
    refused("tab for blank", 400, "GET\t/\tHTTP/1.1\r\n" + host + "\r\n");
    refused("empty line first", 400, "\r\nGET / HTTP/1.1\r\n" + host + "\r\n");
    refused("TLS", 400, QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    refused("HTTP/9.9", 505, "GET / HTTP/9.9\r\n" + host + "\r\n");
    refused("HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    refused("HTTPzzzz", 400, "GET / HTTPzzzz\r\n" + host + "\r\n");
    refused("http/1.1", 400, "GET / http/1.1\r\n" + host + "\r\n");
    refused("HTTP/1.10", 400, "GET / HTTP/1.10\r\n" + host + "\r\n");
    refused("TRACE", 405, "TRACE / HTTP/1.1\r\n" + host + "\r\n");
    refused("CONNECT", 405, "CONNECT h:80 HTTP/1.1\r\n" + host + "\r\n");
    refused("unknown method", 405, "BREW / HTTP/1.1\r\n" + host + "\r\n");
    refused("lower-case method", 405, "get / HTTP/1.1\r\n" + host + "\r\n");
    refused("method with a colon", 400, "GE:T / HTTP/1.1\r\n" + host + "\r\n");
}

void addTargets()
{
    target("fragment", 400, "/a#b");
    target("authority-form", 400, "example.org:80");
    target("no slash", 400, "a");
    target("star for GET", 400, "*");
    target("umlaut", 400, "/\xc3\xa4");
    target("NUL", 400, QByteArray("/a\0b", 4));
    target("DEL", 400, "/a\x7f");
    target("blank", 400, "/a b");
    target("user in absolute-form", 400, "http://u:p@h/");
    target("empty authority", 400, "http:///a");
    target("another scheme", 400, "ftp://h/a");
    target("long", 414, '/' + QByteArray(8192, 'a'));
    refused("endless request line", 414, "GET /" + QByteArray(20000, 'a'));
}

void addHeaders()
{
    refused("no Host", 400, "GET / HTTP/1.1\r\n\r\n");
    header("two Hosts", 400, "Host: h");
    header("two Hosts, other case", 400, "hOST: other");
    refused("empty Host", 400, "GET / HTTP/1.1\r\nHost:\r\n\r\n");
    refused("strange Host", 400, "GET / HTTP/1.1\r\nHost: a b@c\r\n\r\n");
    header("no colon", 400, "Nonsense");
    header("no name", 400, ": value");
    header("blank before colon", 400, "Content-Length : 5");
    header("tab before colon", 400, "Content-Length\t: 5");
    header("folded", 400, "X: a\r\n b");
    header("folded by tab", 400, "X: a\r\n\tb");
    refused("folded first line", 400, "GET / HTTP/1.1\r\n Host: h\r\n\r\n");
    header("NUL in value", 400, QByteArray("X: a\0b", 6));
    header("bell in value", 400, "X: a\ab");
    header("CR in value", 400, "X: a\rb");
    header("CR at the end", 400, "X: a\r");
    header("umlaut in name", 400, "\xc3\xa4: a");
    header("upgrade to websocket", 400, "Connection: Upgrade\r\nUpgrade: websocket");
    header("upgrade list", 400, "Connection: Upgrade\r\nUpgrade: h2c, WebSocket/13");
    header("unknown expectation", 417, "Expect: miracles\r\nContent-Length: 5");
    refused("too many headers", 431, "GET / HTTP/1.1\r\n" + host + QByteArray("X: 1\r\n").repeated(100) + "\r\n");
    refused("long header", 431, "GET / HTTP/1.1\r\n" + host + "X: " + QByteArray(16384, 'x') + "\r\n\r\n");
    refused("endless header", 431, "GET / HTTP/1.1\r\n" + host + "X: " + QByteArray(20000, 'x'));
}

void addFraming()
{
    header("two lengths", 400, "Content-Length: 3\r\nContent-Length: 5");
    header("two equal lengths", 400, "Content-Length: 5\r\ncontent-length: 5");
    header("list of lengths", 400, "Content-Length: 3, 3");
    header("negative length", 400, "Content-Length: -3");
    header("signed length", 400, "Content-Length: +3");
    header("length with letters", 400, "Content-Length: 3x");
    header("hexadecimal length", 400, "Content-Length: 0x5");
    header("empty length", 400, "Content-Length:");
    header("length above the limit", 413, "Content-Length: 65537");
    header("length 2^63-1", 413, "Content-Length: 9223372036854775807");
    header("length above 2^64", 413, "Content-Length: 18446744073709551621");
    header("chunked", 411, "Transfer-Encoding: chunked");
    header("chunked and length", 400, "Content-Length: 5\r\nTransfer-Encoding: chunked");
    header("length and chunked", 400, "Transfer-Encoding: chunked\r\nContent-Length: 5");
    header("gzip", 501, "Transfer-Encoding: gzip");
    header("gzip, chunked", 501, "Transfer-Encoding: gzip, chunked");
    header("chunked twice", 501, "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked");
    header("xchunked", 501, "Transfer-Encoding: xchunked");
    refused("chunked in HTTP/1.0", 400, "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n");
    refused("bare LF everywhere", 400, "GET / HTTP/1.1\nHost: h\n\n");
    refused("bare LF in the request line", 400, "GET / HTTP/1.1\nHost: h\r\n\r\n");
    refused("bare LF in a header", 400, "GET / HTTP/1.1\r\nHost: h\nX: y\r\n\r\n");
    refused("bare LF at the end", 400, "GET / HTTP/1.1\r\nHost: h\r\n\n");
}

} // namespace

void addRefusedHeads()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    addLines();
    addTargets();
    addHeaders();
    addFraming();
}

void addAcceptedHeads()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    const auto accepted = [](const char *name, const QByteArray &target, const char *path, const char *query) {
        const QByteArray method = target == "*" ? "OPTIONS " : "GET ";
        QTest::newRow(name) << QByteArray(method + target + " HTTP/1.1\r\nHost: h\r\n\r\n") << QByteArray(path)
                            << QByteArray(query);
    };
    accepted("root", "/", "/", "");
    accepted("query", "/a?b=c&d", "/a", "b=c&d");
    accepted("two question marks", "/a?b?c", "/a", "b?c");
    accepted("percent stays as sent", "/%2f%2F%7e/%zz?%C3%a4=%00", "/%2f%2F%7e/%zz", "%C3%a4=%00");
    accepted("dots stay as sent", "/a/../b/./c", "/a/../b/./c", "");
    accepted("two slashes", "//evil.example/a", "//evil.example/a", "");
    accepted("brackets and bars", "/[x]|{y}^`\\?<\">", "/[x]|{y}^`\\", "<\">");
    accepted("colon", "/a:b@c", "/a:b@c", "");
    accepted("port out of range", "//h:99999999/", "//h:99999999/", "");
    accepted("broken IPv6", "//[::zz]/", "//[::zz]/", "");
    accepted("absolute-form", "http://other:1/a?b", "/a", "b");
    accepted("absolute-form without path", "http://other?b", "/", "b");
    accepted("star", "*", "*", "");
}
