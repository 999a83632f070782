#include "ui/dialogs/formdialog.h"

#include "ui/widgets/inlinemessage.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gatehouse {

FormDialog::FormDialog(const QString &title, const QString &verb, QWidget *parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_message(new InlineMessage(this))
    , m_buttons(new QDialogButtonBox(this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *submit = m_buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    submit->setObjectName(QStringLiteral("submit"));
    submit->setDefault(true);
    m_buttons->addButton(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancel"));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addLayout(m_form, 1);
    column->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &FormDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &FormDialog::reject);
}

void FormDialog::showProblem(const QString &sentence)
{
    m_waiting = false;
    m_buttons->setEnabled(true);
    m_message->post(InlineMessage::Kind::Error, sentence);
}

QString FormDialog::problem() const
{
    return m_message->sentence();
}

void FormDialog::finish()
{
    m_waiting = false;
    QDialog::accept();
}

void FormDialog::accept()
{
    const QString sentence = check();
    if (!sentence.isEmpty()) {
        showProblem(sentence);
        return;
    }
    m_message->clear();
    m_waiting = true;
    m_buttons->setEnabled(false);
    Q_EMIT submitted();
}

void FormDialog::reject()
{
    if (!m_waiting)
        QDialog::reject();
}

} // namespace Gatehouse
