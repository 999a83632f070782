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
    , m_scroll(new QScrollArea(this))
    , m_actions(new QHBoxLayout)
{
    setObjectName(QStringLiteral("detailPane"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setObjectName(QStringLiteral("detailTitle"));
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_actions->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_scroll, 1);
    column->addLayout(m_actions);
}

void DetailPane::showFields(const QString &title, const QList<DetailField> &fields)
{
    m_title->setText(title);
    if (fields == m_fields)
        return;
    m_fields = fields;
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins({});
    grid->setColumnStretch(1, 1);
    for (const DetailField &field : fields) {
        if (!field.value.isEmpty())
            addField(*grid, field);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    m_scroll->setWidget(content);
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

void DetailPane::addField(QGridLayout &grid, const DetailField &field)
{
    auto *label = new QLabel(field.label);
    auto *value = new QLabel(field.value);
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
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0, Qt::AlignTop);
    grid.addWidget(value, row, 1, Qt::AlignTop);
}

} // namespace Gatehouse
