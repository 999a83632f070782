#include "ui/serverstatus.h"

namespace Gatehouse {

QString ServerStatus::word(ServerController::State state)
{
    switch (state) {
    case ServerController::State::Stopped:
        return tr("Stopped");
    case ServerController::State::Starting:
        return tr("Starting");
    case ServerController::State::Running:
        return tr("Running");
    case ServerController::State::Stopping:
        return tr("Stopping");
    case ServerController::State::Failed:
        break;
    }
    return tr("Failed");
}

void ServerStatus::mark(StateMark &mark, ServerController::State state)
{
    switch (state) {
    case ServerController::State::Running:
        return mark.setState(StateMark::Shape::Disc, Tone::Good);
    case ServerController::State::Starting:
    case ServerController::State::Stopping:
        return mark.setState(StateMark::Shape::Half, Tone::Attention);
    case ServerController::State::Failed:
        return mark.setState(StateMark::Shape::Cross, Tone::Bad);
    case ServerController::State::Stopped:
        return mark.setState(StateMark::Shape::Ring, Tone::Neutral);
    }
}

bool ServerStatus::isOn(ServerController::State state)
{
    return state == ServerController::State::Running || state == ServerController::State::Starting;
}

} // namespace Gatehouse
