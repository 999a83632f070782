#pragma once

#include <QObject>

class QAction;

namespace Gatehouse {

/// What can be done whatever page is in front. Names and shortcuts stand here and nowhere else.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent = nullptr);

    QAction *toggleServer;
    QAction *copyIssuer;
    QAction *quit;
    QAction *filter;
    QAction *back;
    QAction *forward;
    QAction *nextPage;
    QAction *previousPage;
    QAction *nextPane;
    QAction *resetLayout;
    QAction *about;

    void retranslate();
    /// Start or Stop.
    void showServerState(bool isOn, bool canToggle);

private:
    QAction *make(const QString &name, const QString &iconName = {});

    bool m_isOn = false;
};

} // namespace Gatehouse
