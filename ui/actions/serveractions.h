#pragma once

#include <QObject>

class QAction;

namespace Gatehouse {

/// What can be done with the server whatever page is in front.
class ServerActions : public QObject
{
    Q_OBJECT

public:
    explicit ServerActions(QObject *parent = nullptr);

    QAction *toggle;
    QAction *copyIssuer;
    QAction *chooseDomain;
    QAction *domains;
    QAction *backUp;
    QAction *restore;
    QAction *purge;
    QAction *lookForDamage;

    void retranslate();
    /// Start or Stop.
    void showState(bool isOn, bool canToggle);

private:
    bool m_isOn = false;
};

} // namespace Gatehouse
