#include "ui/revocation/revocationquestion.h"

#include "ui/revocation/revocationtexts.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace Gatehouse {

namespace {

constexpr int MostReason = 1000; // characters

} // namespace

RevocationQuestion::RevocationQuestion(QWidget *parent)
    : QWidget(parent)
    , m_radios(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_reasonLabel(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_confirmationLabel(new QLabel(this))
    , m_confirmation(new QLineEdit(this))
{
    m_reason->setObjectName(QStringLiteral("revocationReason"));
    m_reason->setMaxLength(MostReason);
    m_reasonLabel->setBuddy(m_reason);
    m_confirmation->setObjectName(QStringLiteral("revocationConfirmation"));
    m_confirmationLabel->setWordWrap(true);
    m_confirmationLabel->setBuddy(m_confirmation);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(m_radios);
    column->addWidget(m_reasonLabel);
    column->addWidget(m_reason);
    column->addWidget(m_confirmationLabel);
    column->addWidget(m_confirmation);
    connect(m_reason, &QLineEdit::returnPressed, this, &RevocationQuestion::submitted);
    connect(m_confirmation, &QLineEdit::textChanged, this, &RevocationQuestion::confirmationEdited);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int choice, bool on) {
        if (on)
            Q_EMIT chosen(choice);
    });
    retranslate();
}

void RevocationQuestion::ask(RevocationPick::Kind kind, const QString &confirmation)
{
    m_kind = kind;
    m_expected = confirmation;
    m_choices.clear();
    m_counts.clear();
    qDeleteAll(m_group->buttons());
    m_reason->clear();
    m_confirmation->clear();
    m_confirmationLabel->setVisible(!confirmation.isEmpty());
    m_confirmation->setVisible(!confirmation.isEmpty());
}

void RevocationQuestion::offer(const QList<RevocationChoice> &choices, int chosen)
{
    m_choices = choices;
    m_counts = QList<std::optional<RevocationCounts>>(choices.size());
    for (int choice = 0; choice < int(choices.size()); ++choice) {
        auto *radio = new QRadioButton(this);
        m_group->addButton(radio, choice);
        m_radios->addWidget(radio);
        nameChoice(choice);
    }
    m_group->button(chosen)->setChecked(true);
}

void RevocationQuestion::setCounts(int choice, const RevocationCounts &counts)
{
    m_counts[choice] = counts;
    nameChoice(choice);
}

QString RevocationQuestion::reason() const
{
    return m_reason->text().trimmed();
}

bool RevocationQuestion::isConfirmed() const
{
    return m_expected.isEmpty() || m_confirmation->text() == m_expected;
}

QList<QWidget *> RevocationQuestion::fields() const
{
    QList<QWidget *> fields {m_reason, m_confirmation};
    if (QAbstractButton *last = m_group->button(int(m_choices.size()) - 1))
        fields.prepend(last);
    return fields;
}

void RevocationQuestion::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RevocationQuestion::retranslate()
{
    m_reasonLabel->setText(tr("Reaso&n (stands in the audit trail):"));
    m_reason->setPlaceholderText(tr("For instance: laptop lost"));
    m_confirmationLabel->setText(tr("This ends all of the domain. T&ype its name to go on:"));
    for (int choice = 0; choice < int(m_choices.size()); ++choice)
        nameChoice(choice);
}

void RevocationQuestion::nameChoice(int choice)
{
    const QString reach = RevocationTexts::reach(m_kind, m_choices.at(choice).reach);
    const std::optional<RevocationCounts> &known = m_counts.at(choice);
    const QString counts = known ? RevocationTexts::counts(*known) : QString();
    QAbstractButton *radio = m_group->button(choice);
    radio->setText(known ? tr("%1 — %2").arg(reach, QLocale().toString(known->total())) : reach);
    radio->setToolTip(counts);
    radio->setAccessibleDescription(counts);
}

} // namespace Gatehouse
