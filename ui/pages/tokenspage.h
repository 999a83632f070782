#pragma once

#include "ui/pages/tokentablepage.h"

namespace Gatehouse {

class LineageView;
class LiveData;
struct TokenLookup;

/// The tokens that the server issued, and where each came from.
class TokensPage : public TokenTablePage
{
    Q_OBJECT

public:
    TokensPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

    LineageView &lineage() const { return *m_lineage; }

    QList<QAction *> itemActions() const override;

protected:
    void retranslate() override;
    void selectionShifted() override;
    void lookUp(Id token) override;

private:
    RevocationAction *newRevokeAll(const Console &console, LiveData &live);
    void showMore(const TokenLookup &found);
    void chooseToken(Id token);

    Store &m_store;
    RevocationAction *m_revokeAll;
    LiveData &m_live;
    LineageView *m_lineage;
};

} // namespace Gatehouse
