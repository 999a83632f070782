#pragma once

#include "ui/pages/peoplepage.h"

namespace Gatehouse {

class LiveTables;

/// The people of a Rails application, to be looked at.
class RailsUsersPage : public PeoplePage
{
    Q_OBJECT

public:
    RailsUsersPage(const WindowContext &context, LiveTables &live, QWidget *parent = nullptr);

protected:
    void retranslate() override;
};

} // namespace Gatehouse
