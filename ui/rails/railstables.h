#pragma once

#include "ui/livetables.h"

namespace Gatehouse {

class RevocationDesk;

/// What the pages show of a Rails application's database.
class RailsTables final : public LiveTables
{
    Q_OBJECT

public:
    RailsTables(const WindowContext &context, RevocationDesk &desk, QObject *parent = nullptr)
        : LiveTables(context, nullptr, parent)
        , m_desk(desk)
    { }

    RevocationPane *newRevocationPane(RevocationPick::Kind kind) override;

private:
    RevocationDesk &m_desk;
};

} // namespace Gatehouse
