#include "ui/widgets/detailpane.h"

#include <QAction>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gatehouse {

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content))
    , m_actions(new QHBoxLayout)
{
    setObjectName(QStringLiteral("detailPane"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setObjectName(QStringLiteral("detailTitle"));
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_grid->setContentsMargins({});
    m_grid->setColumnStretch(1, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_content);
    m_actions->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(scroll, 1);
    column->addLayout(m_actions);
}

void DetailPane::showFields(const QString &title, const QList<DetailField> &fields)
{
    m_title->setText(title);
    if (fields == m_fields)
        return;
    clearFields();
    m_fields = fields;
    for (const DetailField &field : fields) {
        if (!field.value.isEmpty())
            addField(field);
    }
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void DetailPane::showSentence(const QString &sentence)
{
    showFields(sentence, {});
}

void DetailPane::setActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new QToolButton(this);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_actions->insertWidget(m_actions->count() - 1, button);
    }
}

QString DetailPane::title() const
{
    return m_title->text();
}

void DetailPane::clearFields()
{
    for (int row = 0; row <= m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_fields.clear();
}

void DetailPane::addField(const DetailField &field)
{
    auto *label = new QLabel(field.label, m_content);
    auto *value = new QLabel(field.value, m_content);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextFormat(Qt::PlainText);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(tr("%1: %2", "name and value").arg(field.label, field.value));
    if (field.isCode) {
        value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        value->setLayoutDirection(Qt::LeftToRight);
    }
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1, Qt::AlignTop);
}

} // namespace Gatehouse
