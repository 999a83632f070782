#pragma once

#include "models/tables/applicationsmodel.h"
#include "models/tables/grantsmodel.h"
#include "models/tables/livecounts.h"
#include "models/tables/tokensmodel.h"
#include "models/tables/usersmodel.h"
#include "ui/console.h"
#include "ui/traffic/requestlog.h"
#include "ui/traffic/requestrate.h"

#include <QHash>
#include <QObject>

namespace Gatehouse {

/// What the pages show, kept true: the item models, the counts, the finished requests, and the client secrets that were
/// made while this window is open (they are nowhere else to be had).
class LiveData : public QObject
{
    Q_OBJECT

public:
    explicit LiveData(const Console &console, QObject *parent = nullptr);

    TokensModel &tokens() { return m_tokens; }
    GrantsModel &grants() { return m_grants; }
    ApplicationsModel &applications() { return m_applications; }
    UsersModel &users() { return m_users; }
    LiveCounts &counts() { return m_counts; }
    RequestLog &requests() { return m_requests; }

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
    void applyChanges(const ChangeSet &changes);
    void noteRequests(const QList<Exchange> &exchanges);

    const Clock &m_clock;
    TokensModel m_tokens;
    GrantsModel m_grants;
    ApplicationsModel m_applications;
    UsersModel m_users;
    LiveCounts m_counts;
    RequestLog m_requests;
    RequestRate m_rate;
    Exchange m_lastRefusal;
    QHash<QString, QString> m_secrets;
};

} // namespace Gatehouse
