#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QRegularExpression>

#include <sqlite3.h>

namespace {

/// Notes every SQL text that any connection of this process runs, whoever prepared it, and writes those texts, each once, into
/// the folder that GATEHOUSE_SQL_TEXTS names: one file for each test program, the texts parted by NUL. SQLite itself tells, so
/// nothing gets past. Stands in every test program; tst_queryplans reads the files.
class SqlRecorder
{
public:
    SqlRecorder()
    {
        if (!m_folder.isEmpty())
            sqlite3_auto_extension(reinterpret_cast<void (*)()>(&SqlRecorder::listen));
    }

    ~SqlRecorder()
    {
        if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
            return;
        const QString program = QFileInfo(QFile::symLinkTarget(QStringLiteral("/proc/self/exe"))).fileName();
        QFile file(m_folder + u'/' + program);
        if (!file.open(QIODevice::WriteOnly))
            return;
        for (const QByteArray &text : std::as_const(m_texts))
            file.write(text + '\0');
    }

    static SqlRecorder &instance()
    {
        static SqlRecorder recorder;
        return recorder;
    }

private:
    static int listen(sqlite3 *connection, char **, const sqlite3_api_routines *)
    {
        return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, &SqlRecorder::note, nullptr);
    }

    static int note(unsigned, void *, void *statement, void *)
    {
        const char *text = sqlite3_sql(static_cast<sqlite3_stmt *>(statement));
        instance().add(QByteArray(text));
        return 0;
    }

    void add(const QByteArray &text)
    {
        const QMutexLocker lock(&m_mutex);
        if (m_seen.contains(text))
            return;
        m_seen.insert(text, true);
        m_texts.insert(shapeOf(text), text);
    }

    /// Statements that differ in numbers alone have one plan.
    static QString shapeOf(const QByteArray &text)
    {
        static const QRegularExpression numbers(QStringLiteral("\\b\\d+\\b(\\s*,\\s*\\d+\\b)*"));
        return QString::fromUtf8(text).replace(numbers, QStringLiteral("0"));
    }

    const QString m_folder = qEnvironmentVariable("GATEHOUSE_SQL_TEXTS");
    QMutex m_mutex;
    QHash<QByteArray, bool> m_seen;
    QHash<QString, QByteArray> m_texts;
};

/// Before the first connection is opened.
const bool isRecording = (SqlRecorder::instance(), true);

} // namespace
