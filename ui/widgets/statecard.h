#pragma once

#include "server/servercontroller.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QLabel;
class QToolButton;

namespace Gatehouse {

class Clock;
class StateMark;
class UrlField;

/// How the server is, where it answers, and since when.
class StateCard : public Card
{
    Q_OBJECT

public:
    StateCard(ServerController &server, const Clock &clock, QWidget *parent = nullptr);

    void setToggleAction(QAction *action);
    QString word() const;
    /// The issuer of the domain that the window shows.
    void setIssuer(const QString &issuer);

protected:
    void changeEvent(QEvent *event) override;

private:
    void noteState(ServerController::State state);
    void showState();
    void showUptime();
    QString explanation() const;

    ServerController &m_server;
    const Clock &m_clock;
    StateMark *m_mark;
    QLabel *m_word;
    QLabel *m_since;
    QToolButton *m_toggle;
    UrlField *m_issuer;
    UrlField *m_metadata;
    QLabel *m_issuerLabel;
    QLabel *m_metadataLabel;
    QTimer m_tick;
    qint64 m_runningSince = 0; ///< by the window's clock; 0: it is not running
};

} // namespace Gatehouse
