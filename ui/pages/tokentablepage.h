#pragma once

#include "ui/pages/revocablepage.h"

namespace Gatehouse {

class LiveTables;

/// Access tokens with the refresh tokens issued beside them, newest first. What else is known of the one that is selected is looked up.
class TokenTablePage : public RevocablePage
{
    Q_OBJECT

public:
    QString key() const override { return QStringLiteral("tokens"); }
    QString title() const override { return tr("Tokens"); }

protected:
    /// `left` are columns of TokensModel that the database cannot fill.
    TokenTablePage(const WindowContext &context, LiveTables &live, QWidget *parent, const QSet<int> &left = {});

    QString titleOf(int row) const override;
    QString titleOfMany(qsizetype rows) const override;
    void selectionShifted() override;

    /// Has what is not in the table looked up; addDetails() follows if the token is selected still.
    virtual void lookUp(Id token) = 0;
    /// 0: none, or several.
    Id selectedToken() const;
    /// Shows these below the columns of the selected row.
    void addDetails(const QList<DetailField> &more);

private:
    LiveTables &m_live;
};

} // namespace Gatehouse
