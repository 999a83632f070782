#include "ui/actions/windowactions.h"

#include "ui/icons.h"

#include <QAction>

namespace Gatehouse {

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
    , quit(make(QStringLiteral("quit")))
    , filter(make(QStringLiteral("filter"), QStringLiteral("filter")))
    , back(make(QStringLiteral("back")))
    , forward(make(QStringLiteral("forward")))
    , nextPage(make(QStringLiteral("nextPage")))
    , previousPage(make(QStringLiteral("previousPage")))
    , nextPane(make(QStringLiteral("nextPane")))
    , resetLayout(make(QStringLiteral("resetLayout")))
    , about(make(QStringLiteral("about"), QStringLiteral("info")))
{
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    filter->setShortcut(QKeySequence::Find);
    back->setShortcut(Qt::ALT | Qt::Key_Left);
    forward->setShortcut(Qt::ALT | Qt::Key_Right);
    nextPage->setShortcut(Qt::CTRL | Qt::Key_Tab);
    previousPage->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab);
    nextPane->setShortcut(Qt::Key_F6);
    retranslate();
}

void WindowActions::retranslate()
{
    quit->setText(tr("&Quit"));
    filter->setText(tr("&Filter"));
    back->setText(tr("&Back"));
    forward->setText(tr("&Forward"));
    nextPage->setText(tr("&Next Page"));
    previousPage->setText(tr("&Previous Page"));
    nextPane->setText(tr("Next P&ane"));
    resetLayout->setText(tr("&Reset Layout"));
    about->setText(tr("&About Gatehouse"));
}

QAction *WindowActions::make(const QString &name, const QString &iconName)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    return action;
}

} // namespace Gatehouse
