#pragma once

#include "ui/pages/tokentablepage.h"

namespace Gatehouse {

struct RailsConsole;
struct RailsLineage;
class RailsDatabase;

/// The tokens that a Rails application issued.
class RailsTokensPage : public TokenTablePage
{
    Q_OBJECT

public:
    RailsTokensPage(const RailsConsole &console, LiveTables &live, QWidget *parent = nullptr);

protected:
    void retranslate() override;
    void lookUp(Id token) override;

private:
    void showLineage(const RailsLineage &found);

    RailsDatabase &m_database;
};

} // namespace Gatehouse
