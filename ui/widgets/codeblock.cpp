#include "ui/widgets/codeblock.h"

#include "ui/clipboard.h"
#include "ui/icons.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

namespace Gatehouse {

CodeBlock::CodeBlock(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QToolButton(this))
{
    m_text->setObjectName(QStringLiteral("codeText"));
    m_copy->setObjectName(QStringLiteral("codeCopy"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_text, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QToolButton::clicked, this, &CodeBlock::copy);
    m_text->installEventFilter(this);
}

void CodeBlock::setCode(const QString &code, bool secret)
{
    m_secret = secret;
    if (code == m_text->toPlainText())
        return;
    m_text->setPlainText(code);
    fitHeight();
}

QString CodeBlock::code() const
{
    return m_text->toPlainText();
}

void CodeBlock::setName(const QString &name)
{
    m_text->setAccessibleName(name);
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy: %1").arg(name));
}

void CodeBlock::copy()
{
    if (m_secret)
        copySecret(code());
    else
        copyText(code());
}

bool CodeBlock::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::Resize)
        fitHeight();
    return QWidget::eventFilter(watched, event);
}

void CodeBlock::fitHeight()
{
    const int margin = int(m_text->document()->documentMargin());
    const int width = m_text->width() - 2 * (m_text->frameWidth() + margin);
    int lines = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next())
        lines += linesOf(block.text(), width);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 2 * (m_text->frameWidth() + margin));
}

/// How many lines a paragraph takes where each is `width` wide.
int CodeBlock::linesOf(const QString &paragraph, int width) const
{
    QTextLayout layout(paragraph, m_text->font());
    QTextOption option;
    option.setWrapMode(m_text->wordWrapMode());
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(width);
    layout.endLayout();
    return qMax(1, layout.lineCount());
}

} // namespace Gatehouse
