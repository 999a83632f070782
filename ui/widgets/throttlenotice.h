#pragma once

#include "models/records/throttled.h"
#include "ui/widgets/inlinemessage.h"

namespace Gatehouse {

class Clock;
class ServerController;

/// Tells whatever page is in front who has to wait after wrong guesses, and lets them go. Goes by itself when all of them
/// are free again; once closed it stays away until somebody else is held back.
class ThrottleNotice : public InlineMessage
{
    Q_OBJECT

public:
    ThrottleNotice(ServerController &server, const Clock &clock, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void take();
    void tell();
    void unblock();
    QString sentenceOf(const Throttled &throttled) const;
    QString nameOf(const Throttled &throttled) const;

    ServerController &m_server;
    const Clock &m_clock;
    QList<Throttled> m_waiting;
    QTimer m_nextFree;
};

} // namespace Gatehouse
