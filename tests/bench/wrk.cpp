#include "wrk.h"

#include <QFile>
#include <QProcess>

namespace Gatehouse {

namespace {

constexpr char Report[] = R"(
done = function(summary, latency, requests)
    local e = summary.errors
    io.write(string.format("RESULT %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
                           latency:percentile(99), e.status, e.connect + e.read + e.write + e.timeout))
end
)";

constexpr char Randomly[] = R"(
local form = wrk.body
request = function()
    return wrk.format(nil, nil, nil, (form:gsub("{}", tostring(math.random(1, 2000000000)))))
end
)";

Result<LoadResult> parse(const QByteArray &output)
{
    const qsizetype start = output.indexOf("RESULT ");
    const QList<QByteArray> words = output.mid(start).simplified().split(' ');
    if (start < 0 || words.size() < 7)
        return Error {Error::Kind::Internal, QString::fromLocal8Bit(output)};
    return LoadResult {words[1].toLongLong(), words[2].toLongLong(), words[3].toLongLong(),
                       words[4].toLongLong(), words[5].toLongLong(), words[6].toLongLong()};
}

} // namespace

Result<LoadResult> Wrk::run(const Load &load)
{
    if (const Result<void> written = writeScript(load.form); !written)
        return written.error();
    QProcess wrk;
    wrk.start("wrk",
              {"-t1", QString("-c%1").arg(load.connections), QString("-d%1s").arg(load.seconds), "-s",
               m_folder.filePath("load.lua"), QString::fromLatin1(load.url)});
    if (!wrk.waitForFinished(-1))
        return Error {Error::Kind::Unavailable, "wrk does not run. Install the package wrk."};
    return parse(wrk.readAllStandardOutput() + wrk.readAllStandardError());
}

Result<void> Wrk::writeScript(const QByteArray &form)
{
    QFile script(m_folder.filePath("load.lua"));
    if (!script.open(QIODevice::WriteOnly))
        return Error {Error::Kind::Unavailable, script.errorString()};
    if (!form.isEmpty()) {
        script.write("wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'application/x-www-form-urlencoded'\n");
        script.write("wrk.body = '" + form + "'\n");
        if (form.contains("{}"))
            script.write(Randomly);
    }
    script.write(Report);
    return {};
}

} // namespace Gatehouse
