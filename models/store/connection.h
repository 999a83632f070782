#pragma once

#include "models/records/exchange.h"
#include "models/result.h"
#include "models/store/databaseurl.h"
#include "models/store/dialect.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <memory>

namespace Gatehouse {

/// A prepared statement lent by its connection, to one user at a time. Its destructor finishes it, so no SELECT stays open and the
/// write-ahead log can be checkpointed. Values are bound, never written into the text.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement &operator=(Statement &&) = delete;

    /// Binds the values in the order of the question marks and executes.
    template<class... Values> Result<void> exec(const Values &...values)
    {
        int position = 0;
        (bind(position++, values), ...);
        return run();
    }

    bool next();
    QVariant value(int column) const;
    QString text(int column) const;
    qint64 number(int column) const; ///< 0 for NULL
    bool flag(int column) const;
    qint64 affectedRows() const;
    qint64 insertedId() const;

private:
    friend class Connection;
    Statement(class Connection &connection, QSqlQuery *query);
    void bind(int position, const QVariant &value);
    void bind(int position, const QString &value); ///< never NULL: see nullable()
    void bind(int position, qint64 value);
    void bind(int position, int value) { bind(position, qint64(value)); }
    void bind(int position, bool value) { bind(position, qint64(value)); }
    Result<void> run();

    bool runTraced(QList<SqlTrace> &trace);

    Connection *m_connection;
    QSqlQuery *m_query;
    qsizetype m_traced = -1; ///< its place in the connection's trace
};

/// NULL for 0, else the number: ids and times.
QVariant nullable(qint64 value);
/// NULL for an empty text, else the text.
QVariant nullable(const QString &value);

/// One open database connection. Belongs to the thread that opened it.
class Connection
{
public:
    enum class Access {
        Write,
        Read,
        Inspect, ///< reads a file that nobody has open, without making the files that SQLite keeps beside it
    };

    /// Opens a connection with the pragmas it needs. Only `Write` can change anything. Errors are sentences that say what to do.
    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// The statement for `sql`, prepared at its first use and kept. `sql` must be a string literal: its address is the key.
    Statement prepare(const char *sql);
    /// A number that changes whenever another connection has committed. Takes about 3 microseconds.
    qint64 foreignChanges();
    /// Whether an error made the engine undo the open transaction on its own. What follows must not be written before
    /// the transaction is rolled back.
    bool hasLostTransaction() const { return m_lostTransaction; }
    void forgetLostTransaction() { m_lostTransaction = false; }
    /// Whether a statement came upon a damaged page of the file.
    bool hasFoundDamage() const { return m_hasFoundDamage; }
    void forgetDamage() { m_hasFoundDamage = false; }
    /// Runs one statement whose text is made at run time, without keeping it.
    Result<void> execute(const QString &sql);
    Result<void> execute(const char *sql) { return execute(QString::fromLatin1(sql)); }

    /// Runs one SELECT whose text is made at run time, and hands each row to `row`.
    Result<void> read(const QString &sql, const std::function<void(const QSqlQuery &)> &row);
    /// Runs one statement whose text is made at run time. Answers how many rows it changed.
    Result<qint64> change(const QString &sql);

    /// Notes every statement that is run from now on in `trace`; null: none.
    void setTrace(QList<SqlTrace> *trace) { m_trace = trace; }

    const Dialect &dialect() const { return m_dialect; }
    /// For the item models, which need Qt's own handle.
    QSqlDatabase handle() const { return QSqlDatabase::database(m_name, false); }
    const DatabaseUrl &url() const { return m_url; }

private:
    Connection(const DatabaseUrl &url, const QString &name);
    Result<void> start(Access access);
    void noteFailure(const QSqlError &error);
    Result<void> runOnce(QSqlQuery &query, const QString &sql);
    friend class Statement;

    DatabaseUrl m_url;
    QString m_name;
    Dialect m_dialect;
    QHash<const char *, std::shared_ptr<QSqlQuery>> m_statements;
    QList<SqlTrace> *m_trace = nullptr;
    bool m_lostTransaction = false;
    bool m_hasFoundDamage = false;
};

/// The Error for what the driver reported, as a sentence that says what to do where something can be done.
Error toError(const QSqlError &error);

} // namespace Gatehouse
