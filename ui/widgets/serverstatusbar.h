#pragma once

#include "ui/console.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QToolButton;

namespace Gatehouse {

class LiveData;
class StateMark;

/// State of the server by mark and word, the database, requests per minute, and the last refusal.
class ServerStatusBar : public QStatusBar
{
    Q_OBJECT

public:
    ServerStatusBar(const Console &console, LiveData &live, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The last refusal was clicked.
    void requestChosen(qint64 exchange);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void showRate();
    void showRefusal();

    const Console m_console;
    LiveData &m_live;
    StateMark *m_mark;
    QLabel *m_word;
    QLabel *m_database;
    QLabel *m_rate;
    QToolButton *m_refusal;
    QTimer m_tick;
};

} // namespace Gatehouse
