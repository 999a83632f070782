#pragma once

#include "models/revocation/revocationdesk.h"
#include "models/tables/auditmodel.h"
#include "models/tables/consentsmodel.h"
#include "ui/livetables.h"
#include "ui/traffic/requestlog.h"
#include "ui/traffic/requestrate.h"

#include <QHash>

namespace Gatehouse {

/// What the pages show of a database of our own: also consents, the audit trail, the finished requests, and the client secrets that were made while this
/// window is open (they are nowhere else to be had).
class LiveData : public LiveTables
{
    Q_OBJECT

public:
    explicit LiveData(const Console &console, QObject *parent = nullptr);

    ConsentsModel &consents() { return m_consents; }
    AuditModel &audit() { return m_audit; }
    RequestLog &requests() { return m_requests; }

    void showDomain(Id domain, Id scope) override;

    qint64 requestsPerMinute() const;
    /// The last request that was refused; id 0: none was.
    const Exchange &lastRefusal() const { return m_lastRefusal; }

    void rememberSecret(const QString &clientId, const QString &secret);
    /// Empty: it is not known.
    QString secretOf(const QString &clientId) const { return m_secrets.value(clientId); }

Q_SIGNALS:
    void requestsFinished();
    void secretRemembered(const QString &clientId);

private:
    void noteRequests(const QList<Exchange> &exchanges);

    const Clock &m_clock;
    StoreRevocationDesk m_desk;
    ConsentsModel m_consents;
    AuditModel m_audit;
    RequestLog m_requests;
    RequestRate m_rate;
    Exchange m_lastRefusal;
    QHash<QString, QString> m_secrets;
};

} // namespace Gatehouse
