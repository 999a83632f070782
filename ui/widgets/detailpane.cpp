#include "ui/widgets/detailpane.h"

#include "ui/theme.h"

#include <QAction>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gatehouse {

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_tabs(new QTabBar(this))
    , m_views(new QStackedWidget(this))
    , m_text(new QTextBrowser(this))
    , m_actions(new QHBoxLayout)
{
    setObjectName(QStringLiteral("detailPane"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setObjectName(QStringLiteral("detailTitle"));
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_text->setObjectName(QStringLiteral("detailText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->document()->setDocumentMargin(0);
    m_tabs->setObjectName(QStringLiteral("detailTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->hide();
    addView(m_text);
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailPane::chooseView);
    m_actions->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_tabs);
    column->addWidget(m_views, 1);
    column->addLayout(m_actions);
    chooseView(0);
    retranslate();
}

void DetailPane::showFields(const QString &title, const QList<DetailField> &fields)
{
    m_title->setText(title);
    m_text->setAccessibleName(title);
    if (fields == m_fields)
        return;
    m_fields = fields;
    showText();
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

void DetailPane::addView(QWidget *view)
{
    m_views->addWidget(view);
    m_tabs->addTab({});
    m_tabs->setVisible(m_tabs->count() > 1);
}

void DetailPane::setViewName(QWidget *view, const QString &name)
{
    m_tabs->setTabText(m_views->indexOf(view), name);
}

void DetailPane::showView(QWidget *view)
{
    m_tabs->setCurrentIndex(m_views->indexOf(view));
}

QString DetailPane::title() const
{
    return m_title->text();
}

void DetailPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showText();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DetailPane::retranslate()
{
    m_tabs->setAccessibleName(tr("Views of the selection"));
    setViewName(m_text, tr("Details"));
}

void DetailPane::chooseView(int index)
{
    m_views->setCurrentIndex(index);
    setFocusProxy(m_views->currentWidget());
}

void DetailPane::showText()
{
    QString html;
    for (const DetailField &field : std::as_const(m_fields)) {
        if (!field.value.isEmpty())
            html += htmlOf(field);
    }
    m_text->setHtml(html);
}

QString DetailPane::htmlOf(const DetailField &field) const
{
    QString value = field.value.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>"));
    if (field.isCode)
        value = QStringLiteral("<span dir=\"ltr\" style=\"white-space:pre-wrap; font-family:'%1'\">%2</span>")
                    .arg(QFontDatabase::systemFont(QFontDatabase::FixedFont).family(), value);
    return QStringLiteral("<p style=\"margin:0 0 8px 0\"><span style=\"color:%1\">%2</span><br>%3</p>")
        .arg(Theme::dimmed(palette()).name(), field.label.toHtmlEscaped(), value);
}

} // namespace Gatehouse
