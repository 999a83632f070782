#pragma once

#include "models/tables/applicationsmodel.h"
#include "models/tables/grantsmodel.h"
#include "models/tables/livecounts.h"
#include "models/tables/tokensmodel.h"
#include "models/tables/usersmodel.h"
#include "ui/console.h"

#include <QObject>

namespace Gatehouse {

class RevocationDesk;

/// What the pages show of a database, kept true: the item models and the counts.
class LiveTables : public QObject
{
    Q_OBJECT

public:
    /// Applications and users are edited through `store`; null: they are not.
    LiveTables(const WindowContext &context, Store *store, RevocationDesk &revocation, QObject *parent = nullptr);

    TokensModel &tokens() { return m_tokens; }
    GrantsModel &grants() { return m_grants; }
    ApplicationsModel &applications() { return m_applications; }
    UsersModel &users() { return m_users; }
    LiveCounts &counts() { return m_counts; }
    /// Where tokens and codes are revoked.
    RevocationDesk &revocation() { return m_revocation; }

    void applyChanges(const ChangeSet &changes);

    /// Whose rows are shown; new ones are its too.
    Id domain() const { return m_domain; }
    /// `scope`: what the tables are narrowed to; 0: there is this one domain only.
    virtual void showDomain(Id domain, Id scope);

private:
    TokensModel m_tokens;
    GrantsModel m_grants;
    ApplicationsModel m_applications;
    UsersModel m_users;
    LiveCounts m_counts;
    Id m_domain;
    RevocationDesk &m_revocation;
};

} // namespace Gatehouse
