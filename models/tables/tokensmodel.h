#pragma once

#include "models/tables/keysettablemodel.h"

namespace Gatehouse {

/// oauth_access_tokens, newest first: access tokens and the refresh tokens issued with them.
class TokensModel : public KeysetTableModel
{
    Q_OBJECT

public:
    enum ColumnIndex {
        Kind,
        TokenId,
        ApplicationName,
        UserEmail,
        Scopes,
        GrantType,
        Issued,
        Expires,
        Status,
        ColumnTotal
    };

    TokensModel(Connection &reader, const Clock &clock, QObject *parent = nullptr);
};

} // namespace Gatehouse
