#include "app/output.h"

#include <QString>

#include <cstdio>

namespace Gatehouse {

namespace {

void writeText(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void say(const QString &line)
{
    writeText(stdout, line + u'\n');
}

void log(const QString &text)
{
    writeText(stderr, text);
}

void complain(const QString &sentence)
{
    writeText(stderr, QStringLiteral("gatehouse: %1\n").arg(sentence));
}

} // namespace Gatehouse
