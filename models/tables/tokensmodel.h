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

protected:
    QString title(int column) const override;
    QVariant cell(const KeysetRow &row, int column, int role) const override;

private:
    static Spec spec();
    static FilterFields fields();
    ActivityFacts refreshFacts(const KeysetRow &row) const;
    QString text(const KeysetRow &row, int column) const;
    QString fullText(const KeysetRow &row, int column) const;
    QString statusSentence(const KeysetRow &row) const;
};

} // namespace Gatehouse
