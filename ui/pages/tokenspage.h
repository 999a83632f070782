#pragma once

#include "ui/pages/tokentablepage.h"

namespace Gatehouse {

class LiveData;
struct TokenLookup;

/// The tokens that the server issued.
class TokensPage : public TokenTablePage
{
    Q_OBJECT

public:
    TokensPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void lookUp(Id token) override;

private:
    void showLineage(const TokenLookup &found);

    Store &m_store;
};

} // namespace Gatehouse
