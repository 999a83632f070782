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

protected:
    void retranslate() override;
    void selectionShifted() override;
    void lookUp(Id token) override;

private:
    void showMore(const TokenLookup &found);
    void chooseToken(Id token);

    Store &m_store;
    LiveData &m_live;
    LineageView *m_lineage;
};

} // namespace Gatehouse
