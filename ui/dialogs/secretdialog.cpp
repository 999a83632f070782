#include "ui/dialogs/secretdialog.h"

#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/urlfield.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Gatehouse {

SecretDialog::SecretDialog(const QString &application, const QString &clientId, const QString &secret, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("secretDialog"));
    setWindowTitle(tr("Client Secret"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *notice = new InlineMessage(this);
    notice->setStanding(true);
    notice->post(InlineMessage::Kind::Warning,
                 tr("The secret of “%1” is shown now and never again: only a digest of it is kept.").arg(application));
    auto *identifier = new UrlField(this);
    identifier->setName(tr("Client ID"));
    identifier->setUrl(clientId);
    auto *field = new SecretField(this);
    field->setName(tr("Client secret"));
    field->setSecret(secret);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Client ID:"), identifier);
    form->addRow(tr("Client secret:"), field);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(notice);
    column->addLayout(form);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

} // namespace Gatehouse
