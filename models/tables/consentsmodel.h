#pragma once

#include "models/tables/keysettablemodel.h"

#include <QCache>

namespace Gatehouse {

/// consents, newest first: what users allowed applications, standing or withdrawn.
class ConsentsModel : public KeysetTableModel
{
    Q_OBJECT

public:
    enum ColumnIndex { Status, UserEmail, ApplicationName, Scopes, Resource, Tokens, Given, Changed, ColumnTotal };
    static constexpr int MaxCounted = 1000; ///< live tokens under one consent; a count ends there

    ConsentsModel(Connection &reader, const Clock &clock, QObject *parent = nullptr);

    void applyChanges(const ChangeSet &changes) override;
    /// The client_id of a row's application.
    QString clientIdAt(int row) const;

protected:
    QString title(int column) const override;
    QVariant cell(const KeysetRow &row, int column, int role) const override;

private:
    /// How many access tokens under a consent are alive, and when the first of them will not be.
    struct LiveTokens
    {
        int count = 0;
        Timestamp nextExpiry = 0; ///< 0: none expires
    };

    static Spec spec();
    static FilterFields fields();
    QVariant text(const KeysetRow &row, int column) const;
    QString fullText(const KeysetRow &row, int column) const;
    int liveTokens(Id consent) const;
    LiveTokens countLiveTokens(Id consent) const;

    Connection &m_reader;
    mutable QCache<Id, LiveTokens> m_live {10'000};
};

} // namespace Gatehouse
