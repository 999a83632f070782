#include "ui/dialogs/confirmdialog.h"

#include <QPushButton>

namespace Gatehouse {

ConfirmDialog::ConfirmDialog(const QString &question, const QString &consequence, const QString &verb,
                             std::function<void()> confirmed, QWidget *parent)
    : QMessageBox(QMessageBox::Warning, tr("Gatehouse"), question, QMessageBox::Cancel, parent)
{
    setObjectName(QStringLiteral("confirmDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setInformativeText(consequence);
    QPushButton *act = addButton(verb, QMessageBox::DestructiveRole);
    act->setObjectName(QStringLiteral("confirm"));
    setDefaultButton(QMessageBox::Cancel);
    connect(act, &QPushButton::clicked, this, [confirmed = std::move(confirmed)] { confirmed(); });
}

} // namespace Gatehouse
