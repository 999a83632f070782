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

private:
    QAction *make(const QString &name, const QString &iconName = {});
};

} // namespace Gatehouse
