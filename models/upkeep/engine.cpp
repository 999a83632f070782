#include "models/upkeep/engine.h"

#include "models/store/connection.h"

#include <QSqlDriver>

#include <sqlite3.h>

namespace Gatehouse {

namespace {

constexpr int StepsBetweenQuestions = 10'000; // of the engine's machine: less than a millisecond

} // namespace

sqlite3 *engineHandle(Connection &connection)
{
    Statement query = connection.prepare("SELECT sqlite_source_id()");
    const bool isOurs = query.exec() && query.next() && query.text(0) == QString::fromLatin1(sqlite3_sourceid());
    const QVariant handle = connection.handle().driver()->handle();
    return isOurs && qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(handle.constData())
                                                                 : nullptr;
}

Interruption::Interruption(Connection &connection, const PageCopy::Progress &progress, int percent)
    : m_engine(engineHandle(connection))
    , m_progress(progress)
    , m_percent(percent)
{
    if (m_engine)
        sqlite3_progress_handler(m_engine, StepsBetweenQuestions, &Interruption::ask, this);
}

Interruption::~Interruption()
{
    if (m_engine)
        sqlite3_progress_handler(m_engine, 0, nullptr, nullptr);
}

int Interruption::ask(void *interruption)
{
    auto *self = static_cast<Interruption *>(interruption);
    self->m_hasHappened = self->m_hasHappened || !self->m_progress(self->m_percent);
    return self->m_hasHappened ? 1 : 0;
}

} // namespace Gatehouse
