#pragma once

#include "server/servercontroller.h"
#include "ui/theme.h"
#include "ui/widgets/statemark.h"

#include <QCoreApplication>

namespace Gatehouse {

/// How the state of the server is told: always a word, with a mark beside it.
class ServerStatus
{
    Q_DECLARE_TR_FUNCTIONS(Gatehouse::ServerStatus)

public:
    static QString word(ServerController::State state);
    static void mark(StateMark &mark, ServerController::State state);
    /// Whether it is up or about to be: the toggle says Stop.
    static bool isOn(ServerController::State state);
};

} // namespace Gatehouse
