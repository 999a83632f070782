#pragma once

#include "ui/pages/grantspage.h"

namespace Gatehouse {

class LineageView;
class LiveData;

/// The codes that the server gave, and what came of each.
class IssuedGrantsPage : public GrantsPage
{
    Q_OBJECT

public:
    IssuedGrantsPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

    LineageView &lineage() const { return *m_lineage; }

protected:
    void retranslate() override;
    void selectionShifted() override;

private:
    LineageView *m_lineage;
};

} // namespace Gatehouse
