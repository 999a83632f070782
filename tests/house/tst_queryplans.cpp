#include "tests/house/sqlsources.h"
#include "tests/support/teststore.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>

#include <sqlite3.h>

using namespace Gatehouse;

namespace {

const QStringList LargeTables {QStringLiteral("oauth_access_tokens"),
                               QStringLiteral("oauth_access_grants"),
                               QStringLiteral("token_families"),
                               QStringLiteral("consents"),
                               QStringLiteral("browser_sessions"),
                               QStringLiteral("audit_events"),
                               QStringLiteral("exchanges")};

const QStringList ProgramFolders {QStringLiteral("models"), QStringLiteral("server"), QStringLiteral("ui"),
                                  QStringLiteral("app")};

/// A scan that is meant: `text` is a part of the statement, every number in it 0.
struct MeantScan
{
    const char *text;
    const char *reason;
};

constexpr MeantScan MeantScans[] = {
    {"ORDER BY id DESC LIMIT", "goes backwards along the key and stops after a bounded number of rows"},
    {"WHERE (0 = 0)", "reads nothing"},
    {"SELECT count(*) FROM oauth_access_grants WHERE 0", "counts for the window, in a thread of its own"},
    {"SELECT count(*) FROM oauth_access_tokens WHERE 0", "counts for the window, in a thread of its own"},
    {"(t.domain_id = 0)", "means all that a domain has"},
    {"t.domain_id = 0 AND instr(", "means a scope in all that a domain has"},
    {"(t.domain_id = 0 AND t.created_at <", "means all that a domain has issued before"},
    {"main.oauth_access_tokens", "a Rails application's table, whose indexes are its own"},
    // Put together by tests, so that they are not known as theirs.
    {"f.id = t.family_id WHERE t.revoked_at IS NULL AND t.access_revoked_at IS NULL", "a test's"},
    {"f.id = t.family_id WHERE t.refresh_token IS NOT NULL", "a test's"},
    {"c.id = t.consent_id WHERE t.revoked_at IS NULL AND", "a test's"},
    {"SELECT count(*) FROM exchanges", "a test's"},
    {"FROM oauth_access_tokens WHERE exchange_id = 0", "a test's"},
    {"FROM audit_events WHERE outcome = '", "a test's"},
    {"FROM audit_events WHERE reason = 'laptop lost'", "a test's"},
    {"SELECT actor, action, subject,", "a test's"},
    {"SELECT id || ' ' || ifnull(", "a test's"},
    {"FROM audit_events WHERE actor = 'anybody'", "a test's"},
    {"SELECT (SELECT count(*) FROM oauth_access_tokens r", "counts what a purge would remove, in a thread of its own"},
};

} // namespace

/// Every statement that the program has finds its rows by an index: what the other tests have made SQLite run is
/// planned here on an empty database of ours, and none may go through a table that grows. Runs after all of them.
class TestQueryPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStatementHasRun();
    void noStatementScansALargeTable();
    void referencesAreIndexed();

private:
    bool isOfATest(const QString &text) const;
    QStringList scansOf(const QString &sql) const;
    QStringList planOf(const QString &sql) const;

    mutable TestStore m_store;
    QStringList m_texts; ///< what has run, of the program
    QSet<QString> m_testTexts;
    QStringList m_testEnds;
    QList<QRegularExpression> m_testPatterns;
};

void TestQueryPlans::initTestCase()
{
    for (const SqlPiece &piece : sqlPiecesIn({QStringLiteral("tests")})) {
        if (piece.text.contains(u'%'))
            m_testPatterns.append(QRegularExpression(QRegularExpression::anchoredPattern(
                QRegularExpression::escape(piece.text)
                    .replace(QRegularExpression(QStringLiteral("\\\\%\\d")), QStringLiteral("\\S*")))));
        else
            m_testTexts.insert(piece.text.trimmed());
    }
    QSet<QString> ours;
    for (const SqlPiece &piece : sqlPiecesIn(ProgramFolders))
        ours.insert(piece.text);
    for (const QString &end : sqlEndsIn(QStringLiteral("tests"), LargeTables))
        m_testEnds.append(end);
    static const QRegularExpression verb(QStringLiteral("^(SELECT|INSERT|UPDATE|DELETE|WITH) "));
    static const QRegularExpression places(QStringLiteral("(?<=[ (,]):\\d+\\b"));
    const QDir folder(QStringLiteral(GATEHOUSE_SQL_TEXTS));
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray &text : file.readAll().split('\0')) {
            // Qt makes numbered places of the question marks.
            const QString sql = plainSql(QString::fromUtf8(text)).trimmed().replace(places, QStringLiteral("?"));
            if (verb.match(sql).hasMatch() && (ours.contains(sql) || !isOfATest(sql)))
                m_texts.append(sql);
        }
    }
    m_texts.removeDuplicates();
    QVERIFY2(m_texts.size() > 100,
             "Nothing is recorded: this test looks at what the others have run. Run all of them.");
}

/// Whether it stands in a test, or ends with what stands in one and names a large table.
bool TestQueryPlans::isOfATest(const QString &text) const
{
    return m_testTexts.contains(text)
        || std::any_of(m_testEnds.begin(), m_testEnds.end(), [&](const QString &end) { return text.endsWith(end); })
        || std::any_of(m_testPatterns.begin(), m_testPatterns.end(),
                       [&](const QRegularExpression &pattern) { return pattern.match(text).hasMatch(); });
}

void TestQueryPlans::everyStatementHasRun()
{
    QStringList missing;
    for (const SqlPiece &piece : sqlPiecesIn(ProgramFolders)) {
        const auto holds = [&](const QString &text) { return text.contains(piece.text); };
        if (std::none_of(m_texts.begin(), m_texts.end(), holds))
            missing.append(piece.place + QStringLiteral(": ") + piece.text);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("No test runs\n") + missing.join(u'\n')));
}

/// The large tables that the statement goes through, as its plan says.
QStringList TestQueryPlans::scansOf(const QString &sql) const
{
    static const QRegularExpression scan(QStringLiteral("^SCAN (\\S+)"));
    static const QRegularExpression named(u"\\b(" % LargeTables.join(u'|') % u")\\b(?:\\s+(?:AS\\s+)?(\\w+))?");
    QMultiHash<QString, QString> tables;
    QRegularExpressionMatchIterator it = named.globalMatch(sql);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        tables.insert(match.captured(1), match.captured(1));
        tables.insert(match.captured(2), match.captured(1));
    }
    QStringList scans;
    for (const QString &step : planOf(sql)) {
        const QRegularExpressionMatch match = scan.match(step);
        if (match.hasMatch())
            scans += tables.values(match.captured(1));
    }
    scans.removeDuplicates();
    return scans;
}

/// By the engine's own functions: Qt wants a value for every question mark. None for a statement on a database that is not ours.
QStringList TestQueryPlans::planOf(const QString &sql) const
{
    QStringList steps;
    sqlite3 *const engine
        = *static_cast<sqlite3 *const *>(m_store->connection().handle().driver()->handle().constData());
    sqlite3_stmt *statement = nullptr;
    const QByteArray text = "EXPLAIN QUERY PLAN " + sql.toUtf8();
    sqlite3_prepare_v2(engine, text.constData(), -1, &statement, nullptr);
    while (statement && sqlite3_step(statement) == SQLITE_ROW)
        steps.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 3))));
    sqlite3_finalize(statement);
    return steps;
}

void TestQueryPlans::noStatementScansALargeTable()
{
    static const QRegularExpression numbers(QStringLiteral("\\b\\d+\\b"));
    QStringList found;
    for (const QString &sql : std::as_const(m_texts)) {
        const QString shape = QString(sql).replace(numbers, QStringLiteral("0"));
        const auto isMeant = [&](const MeantScan &meant) { return shape.contains(QString::fromLatin1(meant.text)); };
        if (std::any_of(std::begin(MeantScans), std::end(MeantScans), isMeant))
            continue;
        if (const QStringList scans = scansOf(sql); !scans.isEmpty())
            found.append(scans.join(QStringLiteral(", ")) + QStringLiteral(": ") + sql);
    }
    QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("These go through a whole table:\n") + found.join(u'\n')));
}

/// The rows that go or are cut loose when another row is deleted: no plan shows how they are looked for.
void TestQueryPlans::referencesAreIndexed()
{
    QStringList unindexed;
    for (const QString &table : LargeTables) {
        QSqlQuery references(m_store->connection().handle());
        QVERIFY(references.exec(u"PRAGMA foreign_key_list(" % table % u')'));
        while (references.next()) {
            const QString parent = references.value(2).toString();
            const QString column = references.value(3).toString();
            if (parent != u"identity_domains" // never deleted
                && !scansOf(u"SELECT 1 FROM " % table % u" WHERE " % column % u" = ?").isEmpty())
                unindexed.append(table % u'.' % column);
        }
    }
    QCOMPARE(unindexed, QStringList());
}

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "tst_queryplans.moc"
