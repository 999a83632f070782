#include "tests/load/requestmutator.h"

#include <QFile>

namespace Gatehouse {

namespace {

const QByteArrayList OddValues {"",
                                " ",
                                "%",
                                "%zz",
                                "%00",
                                "%ff%fe",
                                "%ED%A0%80",
                                "%F0%9F%A6%8A",
                                "'",
                                "%22%27%3C%3E%0D%0A%09",
                                "..%2f..%2f",
                                "-1",
                                "0",
                                "99999999999999999999",
                                "1e400",
                                "null",
                                "true",
                                "[]",
                                "{}",
                                "*",
                                "a b",
                                "http://127.0.0.1:1/",
                                "javascript:alert(1)",
                                "urn:ietf:wg:oauth:2.0:oob",
                                "public read write",
                                "ada@example.com",
                                "web",
                                "Default",
                                "Basic Og==",
                                "Bearer",
                                "eyJhbGciOiJub25lIn0.e30."};

const QByteArrayList Names {"client_id", "client_secret", "token", "code",      "scope",   "grant_type",
                            "_method",   "state",         "page",  "return_to", "a[b][c]", "authenticity_token"};

const QByteArrayList Methods {"GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"};

const QByteArrayList Types {"application/x-www-form-urlencoded",
                            "application/json",
                            "multipart/form-data; boundary=limit",
                            "multipart/form-data",
                            "text/plain",
                            "application/json; charset=utf-16",
                            ""};

const QByteArrayList HeaderNames {
    "Authorization",  "Cookie",  "Accept",       "Accept-Language", "Origin",
    "Sec-Fetch-Site", "Referer", "Content-Type", "X-Padding",       "X-OAUTH-IDENTITY-DOMAIN-NAME"};

/// What a header may hold, so that the request stays one of HTTP.
QByteArray visible(QByteArray text)
{
    for (char &c : text) {
        if (uchar(c) < 0x20 || c == 0x7f)
            c = '?';
    }
    return text;
}

QByteArray visibleTarget(QByteArray text)
{
    text = visible(std::move(text));
    return text.replace(' ', '+').replace('#', '?');
}

RequestSample sampleIn(const QByteArray &text)
{
    const qsizetype nameEnd = text.indexOf('\n');
    const qsizetype headEnd = text.indexOf("\n\n");
    RequestSample sample;
    sample.name = text.first(nameEnd).trimmed();
    const QByteArrayList lines = text.sliced(nameEnd + 1, headEnd - nameEnd - 1).split('\n');
    const QByteArrayList words = lines.first().split(' ');
    sample.method = words.value(0);
    sample.target = words.value(1);
    for (const QByteArray &line : lines.sliced(1))
        sample.headers.emplace_back(line.first(line.indexOf(':')), line.sliced(line.indexOf(':') + 1).trimmed());
    sample.body = text.sliced(headEnd + 2).trimmed();
    if (sample.body.startsWith("--"))
        sample.body.replace("\n", "\r\n").append("\r\n");
    return sample;
}

} // namespace

QByteArray RequestSample::bytes(const QByteArray &host) const
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n";
    for (const auto &[key, value] : headers)
        text += key + ": " + value + "\r\n";
    if (!body.isEmpty())
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

QList<RequestSample> readSamples(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file));
    QByteArray text = '\n' + source.readAll() + "\n\n";
    QList<RequestSample> samples;
    for (qsizetype start = text.indexOf("\n### "); start >= 0;) {
        const qsizetype next = text.indexOf("\n### ", start + 1);
        samples.append(sampleIn(text.mid(start + 5, next < 0 ? -1 : next - start - 5) + "\n\n"));
        start = next;
    }
    return samples;
}

RequestSample RequestMutator::mutated(RequestSample sample)
{
    for (qsizetype changes = 1 + m_mutator.below(3); changes > 0; --changes)
        change(sample);
    return sample;
}

void RequestMutator::change(RequestSample &sample)
{
    const qsizetype mark = sample.target.indexOf('?');
    const QByteArray path = mark < 0 ? sample.target : sample.target.first(mark);
    const QByteArray query = mark < 0 ? QByteArray() : sample.target.sliced(mark + 1);
    switch (m_mutator.below(10)) {
    case 0:
        sample.method = m_mutator.oneOf(Methods);
        return;
    case 1:
        sample.target = visibleTarget(changedPath(path) + sample.target.mid(path.size()));
        return;
    case 2:
    case 3:
        sample.target = visibleTarget(path + '?' + changedPairs(query));
        return;
    case 4:
    case 5:
        changeHeaders(sample);
        return;
    case 6:
        sample.body = m_mutator.mutated(sample.body, OddValues);
        return;
    default:
        if (sample.body.startsWith('{') || sample.body.startsWith("--"))
            sample.body = m_mutator.mutated(sample.body, OddValues);
        else
            sample.body = changedPairs(sample.body);
        return;
    }
}

void RequestMutator::changeHeaders(RequestSample &sample)
{
    const qsizetype place = m_mutator.below(sample.headers.size());
    switch (m_mutator.below(sample.headers.isEmpty() ? 2 : 5)) {
    case 0:
        sample.headers.emplace_back(m_mutator.oneOf(HeaderNames), visible(oddValue()));
        return;
    case 1:
        sample.headers.emplace_back("Content-Type", m_mutator.oneOf(Types));
        return;
    case 2:
        sample.headers.remove(place);
        return;
    case 3:
        sample.headers.append(sample.headers.at(place));
        return;
    default:
        sample.headers[place].second = visible(m_mutator.mutated(sample.headers.at(place).second, OddValues));
        return;
    }
}

QByteArray RequestMutator::changedPath(const QByteArray &path)
{
    QByteArrayList segments = path.split('/');
    segments[m_mutator.below(segments.size())] = oddValue();
    return '/' + segments.join('/');
}

QByteArray RequestMutator::changedPairs(const QByteArray &pairs)
{
    QByteArrayList list = pairs.split('&');
    QByteArray &pair = list[m_mutator.below(list.size())];
    const QByteArray name = pair.first(qMax<qsizetype>(0, pair.indexOf('=')));
    switch (m_mutator.below(6)) {
    case 0:
        pair.clear();
        break;
    case 1:
        pair = name + '=' + oddValue();
        break;
    case 2:
        pair += '&' + pair;
        break;
    case 3:
        pair = m_mutator.mutated(pair);
        break;
    case 4:
        pair = m_mutator.oneOf(Names) + '=' + pair.mid(name.size() + 1);
        break;
    default:
        list.append(m_mutator.oneOf(Names) + '=' + oddValue());
        break;
    }
    return list.join('&');
}

QByteArray RequestMutator::oddValue()
{
    const QByteArray &value = m_mutator.oneOf(OddValues);
    return m_mutator.below(8) == 0 ? value.repeated(1 + m_mutator.below(400)) : value;
}

} // namespace Gatehouse
