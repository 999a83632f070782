#include "ui/widgets/policyeditor.h"

#include "ui/widgets/policywords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QGroupBox>
#include <QJsonArray>
#include <QJsonValue>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Gatehouse {

namespace {

QString translated(const QString &source)
{
    return QCoreApplication::translate("Gatehouse::PolicySwitch", source.toUtf8().constData());
}

QJsonArray wordsIn(const QString &text)
{
    return QJsonArray::fromStringList(text.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

QString textOf(const QJsonValue &value)
{
    return value.isArray() ? value.toVariant().toStringList().join(QLatin1Char(' ')) : value.toString();
}

} // namespace

PolicyEditor::PolicyEditor(QWidget *parent)
    : QWidget(parent)
    , m_profile(new QComboBox(this))
{
    setObjectName(QStringLiteral("policyEditor"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    addProfiles(*column);
    QFormLayout *form = nullptr;
    QString group;
    for (const PolicySwitch &policySwitch : PolicySwitch::all()) {
        if (!form || policySwitch.group != group) {
            group = policySwitch.group;
            auto *box = new QGroupBox(translated(group), this);
            form = new QFormLayout(box);
            column->addWidget(box);
        }
        addSwitch(*form, policySwitch);
    }
    showPolicy();
}

void PolicyEditor::setPolicy(const Policy &policy)
{
    m_policy = policy;
    showPolicy();
}

void PolicyEditor::addProfiles(QVBoxLayout &column)
{
    m_profile->setObjectName(QStringLiteral("profile"));
    for (const QString &name : Policy::profiles())
        m_profile->addItem(PolicyWords::profile(name), name);
    m_profile->addItem(tr("Custom"));
    auto *form = new QFormLayout;
    form->addRow(tr("&Profile:"), m_profile);
    column.addLayout(form);
    connect(m_profile, &QComboBox::activated, this, &PolicyEditor::chooseProfile);
}

void PolicyEditor::addSwitch(QFormLayout &form, const PolicySwitch &policySwitch)
{
    if (policySwitch.value(m_policy).isBool()) {
        auto *box = new QCheckBox(translated(policySwitch.label), this);
        box->setObjectName(policySwitch.name);
        connect(box, &QCheckBox::clicked, this, [this, policySwitch](bool checked) { change(policySwitch, checked); });
        m_refresh.append([this, box, policySwitch] { box->setChecked(policySwitch.value(m_policy).toBool()); });
        form.addRow(box);
        return;
    }
    QWidget *editor = makeEditor(policySwitch);
    editor->setObjectName(policySwitch.name);
    editor->setAccessibleName(translated(policySwitch.label));
    form.addRow(QString(translated(policySwitch.label) + QLatin1Char(':')), editor);
}

QWidget *PolicyEditor::makeEditor(const PolicySwitch &policySwitch)
{
    if (!policySwitch.choices().isEmpty())
        return makeChoice(policySwitch);
    const QJsonValue value = policySwitch.value(m_policy);
    return value.isDouble() ? makeNumber(policySwitch) : makeText(policySwitch, value.isArray());
}

QWidget *PolicyEditor::makeChoice(const PolicySwitch &policySwitch)
{
    auto *box = new QComboBox(this);
    for (const QString &word : policySwitch.choices())
        box->addItem(PolicyWords::choice(word), word);
    connect(box, &QComboBox::activated, this,
            [this, box, policySwitch] { change(policySwitch, box->currentData().toString()); });
    m_refresh.append(
        [this, box, policySwitch] { box->setCurrentIndex(box->findData(policySwitch.value(m_policy).toString())); });
    return box;
}

QWidget *PolicyEditor::makeNumber(const PolicySwitch &policySwitch)
{
    auto *box = new QSpinBox(this);
    box->setRange(0, 2'000'000'000);
    box->setGroupSeparatorShown(true);
    connect(box, &QSpinBox::editingFinished, this, [this, box, policySwitch] { change(policySwitch, box->value()); });
    m_refresh.append([this, box, policySwitch] { box->setValue(policySwitch.value(m_policy).toInt()); });
    return box;
}

QWidget *PolicyEditor::makeText(const PolicySwitch &policySwitch, bool isList)
{
    auto *field = new QLineEdit(this);
    field->setLayoutDirection(Qt::LeftToRight);
    connect(field, &QLineEdit::editingFinished, this, [this, field, policySwitch, isList] {
        change(policySwitch, isList ? QJsonValue(wordsIn(field->text())) : QJsonValue(field->text()));
    });
    m_refresh.append([this, field, policySwitch] { field->setText(textOf(policySwitch.value(m_policy))); });
    return field;
}

void PolicyEditor::change(const PolicySwitch &policySwitch, const QJsonValue &value)
{
    if (policySwitch.value(m_policy) == value)
        return;
    const bool accepted = policySwitch.setValue(m_policy, value);
    showPolicy();
    if (accepted)
        Q_EMIT policyEdited(m_policy);
}

void PolicyEditor::chooseProfile()
{
    const Result<Policy> preset = Policy::preset(m_profile->currentData().toString());
    if (preset && !(*preset == m_policy)) {
        m_policy = *preset;
        Q_EMIT policyEdited(m_policy);
    }
    showPolicy();
}

void PolicyEditor::showPolicy()
{
    for (const auto &refresh : m_refresh)
        refresh();
    showProfile();
}

void PolicyEditor::showProfile()
{
    for (int index = 0; index + 1 < m_profile->count(); ++index) {
        const Result<Policy> preset = Policy::preset(m_profile->itemData(index).toString());
        if (preset && *preset == m_policy)
            return m_profile->setCurrentIndex(index);
    }
    m_profile->setCurrentIndex(m_profile->count() - 1);
}

} // namespace Gatehouse
