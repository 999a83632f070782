#include "models/store/writer.h"

#include "models/store/connection.h"

#include <QCoreApplication>

#include <utility>

namespace Gatehouse {

Writer::Writer(Connection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
    setPatience(Patience);
}

Writer::~Writer()
{
    flush();
}

Result<void> Writer::begin()
{
    if (m_open && m_connection.hasLostTransaction())
        return Error {Error::Kind::Unavailable, tr("An earlier change failed and took this one along. Try again.")};
    if (m_open)
        return {};
    m_connection.forgetLostTransaction();
    if (const Result<void> locked = lock(); !locked)
        return locked;
    m_open = true;
    QMetaObject::invokeMethod(
        this, [this] { flush(); }, Qt::QueuedConnection);
    return {};
}

Result<void> Writer::lock()
{
    const Result<void> begun = m_connection.prepare(m_connection.dialect().beginImmediate()).exec();
    setPatience(begun ? Patience : PatienceAfterFailure);
    return begun;
}

void Writer::setPatience(int milliseconds)
{
    if (milliseconds != m_patience && m_connection.execute(m_connection.dialect().lockPatience(milliseconds)))
        m_patience = milliseconds;
}

void Writer::whenSettled(std::function<void(bool)> done)
{
    if (m_open)
        m_waiting.push_back(std::move(done));
    else
        done(true);
}

bool Writer::flush()
{
    if (!m_open)
        return true;
    const bool durable = commit();
    m_open = false;
    const ChangeSet changes = std::exchange(m_changes, {});
    const auto waiting = std::exchange(m_waiting, {});
    if (durable)
        Q_EMIT committed(changes);
    else
        Q_EMIT rolledBack();
    for (const auto &done : waiting)
        done(durable);
    return durable;
}

bool Writer::commit()
{
    const bool whole = !m_connection.hasLostTransaction();
    if (whole && m_connection.prepare("COMMIT").exec())
        return true;
    // Fails where the engine has rolled back on its own: then there is nothing left to undo.
    (void)m_connection.prepare("ROLLBACK").exec();
    return false;
}

Transaction::Transaction(Writer &writer, Connection &connection)
    : m_writer(writer)
    , m_connection(connection)
    , m_opened(writer.begin())
{
    if (m_opened)
        m_opened = m_connection.prepare("SAVEPOINT part").exec();
}

Transaction::~Transaction()
{
    if (m_done || !m_opened)
        return;
    (void)m_connection.prepare("ROLLBACK TO part").exec();
    (void)m_connection.prepare("RELEASE part").exec();
    Q_EMIT m_writer.rolledBack();
}

Result<void> Transaction::commit()
{
    if (!m_opened)
        return m_opened;
    Result<void> released = m_connection.prepare("RELEASE part").exec();
    m_done = released.isOk();
    return released;
}

} // namespace Gatehouse
