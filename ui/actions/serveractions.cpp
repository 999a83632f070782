#include "ui/actions/serveractions.h"

#include "ui/icons.h"

#include <QAction>

namespace Gatehouse {

ServerActions::ServerActions(QObject *parent)
    : QObject(parent)
    , toggle(new QAction(icon(QStringLiteral("start")), {}, this))
    , copyIssuer(new QAction(icon(QStringLiteral("copy")), {}, this))
    , chooseDomain(new QAction(this))
    , domains(new QAction(this))
    , backUp(new QAction(this))
    , restore(new QAction(this))
    , purge(new QAction(this))
    , lookForDamage(new QAction(this))
{
    toggle->setObjectName(QStringLiteral("toggleServer"));
    copyIssuer->setObjectName(QStringLiteral("copyIssuer"));
    chooseDomain->setObjectName(QStringLiteral("chooseDomain"));
    domains->setObjectName(QStringLiteral("domains"));
    backUp->setObjectName(QStringLiteral("backUp"));
    restore->setObjectName(QStringLiteral("restoreBackup"));
    purge->setObjectName(QStringLiteral("purgeAction"));
    lookForDamage->setObjectName(QStringLiteral("lookForDamage"));
    chooseDomain->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    toggle->setShortcut(Qt::CTRL | Qt::Key_R);
    retranslate();
}

void ServerActions::retranslate()
{
    toggle->setText(m_isOn ? tr("&Stop Server") : tr("&Start Server"));
    toggle->setIconText(m_isOn ? tr("Stop") : tr("Start"));
    toggle->setToolTip(m_isOn ? tr("Stop the server") : tr("Start the server"));
    copyIssuer->setText(tr("&Copy Issuer"));
    chooseDomain->setText(tr("Choose &Domain"));
    domains->setText(tr("D&omains…"));
    backUp->setText(tr("&Back Up Database…"));
    restore->setText(tr("&Restore Backup…"));
    purge->setText(tr("&Purge Database…"));
    lookForDamage->setText(tr("&Look for Damage…"));
}

void ServerActions::showState(bool isOn, bool canToggle)
{
    m_isOn = isOn;
    toggle->setIcon(icon(isOn ? QStringLiteral("stop") : QStringLiteral("start")));
    toggle->setEnabled(canToggle);
    retranslate();
}

} // namespace Gatehouse
