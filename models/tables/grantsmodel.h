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

protected:
    QString title(int column) const override;
    QVariant cell(const KeysetRow &row, int column, int role) const override;

private:
    static Spec spec();
    static FilterFields fields();
    QVariant text(const KeysetRow &row, int column) const;
    QString fullText(const KeysetRow &row, int column) const;
    QString status(const KeysetRow &row) const;
};

} // namespace Gatehouse
