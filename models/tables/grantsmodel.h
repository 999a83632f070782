#pragma once

#include "models/tables/keysettablemodel.h"

namespace Gatehouse {

/// oauth_access_grants, newest first: authorization codes.
class GrantsModel : public KeysetTableModel
{
    Q_OBJECT

public:
    enum ColumnIndex {
        GrantId,
        ApplicationName,
        UserEmail,
        Scopes,
        RedirectUri,
        Pkce,
        Created,
        Expires,
        Tokens,
        Status,
        ColumnTotal
    };

    GrantsModel(Connection &reader, const Clock &clock, QObject *parent = nullptr);
};

} // namespace Gatehouse
