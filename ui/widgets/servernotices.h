#pragma once

#include "ui/console.h"

#include <QWidget>

namespace Gatehouse {

class InlineMessage;

/// What a person must know of the server whatever page is in front: that it could not start and what can be done, that it can be reached
/// from elsewhere, that its pages for administrators are open. Another port is offered, never taken silently.
class ServerNotices : public QWidget
{
    Q_OBJECT

public:
    explicit ServerNotices(const Console &console, QWidget *parent = nullptr);

    InlineMessage &problem() { return *m_problem; }
    InlineMessage &exposure() { return *m_exposure; }
    InlineMessage &openPages() { return *m_openPages; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void showProblem();
    void showPortInUse();
    void showExposure();
    void loadPolicy();
    void showOpenPages();
    void choosePort();
    void startOn(quint16 port);

    const Console m_console;
    InlineMessage *m_problem;
    InlineMessage *m_exposure;
    InlineMessage *m_openPages;
    bool m_pagesAreOpen = false;
};

} // namespace Gatehouse
