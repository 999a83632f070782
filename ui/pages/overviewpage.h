#pragma once

#include "ui/console.h"
#include "ui/page.h"

class QLabel;
class QStackedWidget;

namespace Gatehouse {

class Card;
class FirstTokenCard;
class LiveData;
class LiveTableView;
class Placeholder;
class StateCard;

/// The server at a glance: state, counts, a command that gets a token, the newest requests.
class OverviewPage : public Page
{
    Q_OBJECT

public:
    OverviewPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("overview"); }
    QString title() const override { return tr("Overview"); }
    QString iconName() const override { return QStringLiteral("overview"); }
    QWidget *mainPane() override;

    void setToggleAction(QAction *action);
    void setNewApplicationAction(QAction *action);
    /// Of the domain that the window shows.
    void setIssuer(const QString &issuer);
    /// Selects a request in the list, if it is still there.
    void showRequest(Id exchange);

protected:
    void retranslate() override;

private:
    void addRequests();
    void showRequests();

    const Console m_console;
    LiveData &m_live;
    StateCard *m_state;
    FirstTokenCard *m_firstToken;
    Card *m_recent;
    QStackedWidget *m_stack;
    LiveTableView *m_requests;
    Placeholder *m_noRequests;
    QLabel *m_hint;
};

} // namespace Gatehouse
