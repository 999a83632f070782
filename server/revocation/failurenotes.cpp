#include "server/revocation/failurenotes.h"

#include "models/revocation/revocationservice.h"
#include "models/store/store.h"

#include <QPointer>

#include <utility>

namespace Gatehouse {

FailureNotes::FailureNotes(Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_again(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &FailureNotes::writeAll);
}

FailureNotes::~FailureNotes()
{
    if (!m_waiting.isEmpty())
        writeAll();
}

void FailureNotes::add(RevocationAudit audit)
{
    if (m_waiting.size() >= Most)
        m_waiting.removeFirst();
    audit.outcome = QStringLiteral("store_unavailable");
    audit.httpStatus = 503;
    audit.ended = {};
    audit.separate = true;
    m_waiting.append(std::move(audit));
    if (!m_again.isActive())
        m_again.start(Soon);
}

void FailureNotes::watch(const RevocationAudit &audit)
{
    m_store.writer().whenSettled([self = QPointer(this), audit](bool durable) {
        if (!durable && self)
            self->add(audit);
    });
}

void FailureNotes::writeAll()
{
    const QList<RevocationAudit> records = std::exchange(m_waiting, {});
    Transaction transaction(m_store.writer(), m_store.connection());
    bool written = transaction.opened().isOk();
    for (const RevocationAudit &each : records)
        written = written && RevocationService(m_store).note(each).isOk();
    if (written && transaction.commit()) {
        m_store.writer().whenSettled([self = QPointer(this), records](bool durable) {
            for (const RevocationAudit &each : records) {
                if (!durable && self)
                    self->add(each);
            }
        });
        return;
    }
    m_waiting = records + m_waiting;
    m_again.start(Later);
}

} // namespace Gatehouse
