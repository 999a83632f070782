#include "ui/pages/outputpage.h"

#include "server/serveroutput.h"
#include "ui/icons.h"
#include "ui/livedata.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/placeholder.h"

#include <QAction>
#include <QFileDialog>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatehouse {

namespace {

constexpr int KeptLines = 20000;

/// Letters of equal width need no shaping, and without it a line takes half the time.
QFont quickFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

bool holdsAllWords(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

OutputPage::OutputPage(LiveData &live, QWidget *parent)
    : Page(parent)
    , m_live(live)
    , m_message(new InlineMessage(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new Placeholder(QStringLiteral("output"), this))
    , m_text(new QPlainTextEdit(this))
    , m_pause(new QAction(this))
    , m_clear(new QAction(this))
    , m_save(new QAction(this))
    , m_wrap(new QAction(this))
{
    setObjectName(QStringLiteral("outputPage"));
    m_text->setObjectName(QStringLiteral("serverOutput"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMaximumBlockCount(KeptLines);
    m_text->setFont(quickFont());
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setTabChangesFocus(true);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    addActions();
    connect(&live, &LiveData::requestsFinished, this, &OutputPage::printNew);
    OutputPage::retranslate();
}

void OutputPage::addActions()
{
    m_pause->setObjectName(QStringLiteral("pauseOutput"));
    m_pause->setCheckable(true);
    m_clear->setObjectName(QStringLiteral("clearOutput"));
    m_save->setObjectName(QStringLiteral("saveOutput"));
    m_save->setShortcut(QKeySequence::Save);
    m_wrap->setObjectName(QStringLiteral("wrapOutput"));
    m_wrap->setCheckable(true);
    for (const auto &[action, name] : {std::pair(m_pause, "pause"), {m_clear, "clear"}, {m_save, "save"}})
        action->setIcon(icon(QString::fromLatin1(name)));
    connect(m_pause, &QAction::toggled, this, &OutputPage::setPaused);
    connect(m_clear, &QAction::triggered, this, &OutputPage::clear);
    connect(m_save, &QAction::triggered, this, &OutputPage::askWhereToSave);
    connect(m_wrap, &QAction::toggled, m_text, [this](bool wrap) {
        m_text->setLineWrapMode(wrap ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    });
}

QWidget *OutputPage::mainPane()
{
    return m_text;
}

void OutputPage::retranslate()
{
    m_text->setAccessibleName(tr("Server output"));
    m_nothing->setText(tr("No requests yet"),
                       tr("What the server does for each request is printed here: its parameters without secrets, the "
                          "SQL statements, the answer."));
    m_pause->setText(tr("&Pause"));
    m_clear->setText(tr("&Clear"));
    m_save->setText(tr("&Save As…"));
    m_wrap->setText(tr("&Wrap Lines"));
}

void OutputPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    printNew();
}

void OutputPage::setFilterText(const QString &text)
{
    m_filter = text;
    printAgain();
    Q_EMIT filterJudged(QString());
}

/// A page that is not looked at prints when it is.
void OutputPage::printNew()
{
    if (m_pause->isChecked() || !isVisible())
        return;
    const RequestLog &log = m_live.requests();
    int rows = 0;
    while (rows < log.rowCount() && log.at(rows).id > m_printed)
        ++rows;
    print(m_printed == m_cleared ? rows : std::min(rows, MostAtOnce));
}

/// The newest `rows` requests that match, oldest first.
void OutputPage::print(int rows)
{
    const RequestLog &log = m_live.requests();
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    QString text;
    for (int row = rows - 1; row >= 0; --row) {
        const QString output = serverOutput(log.at(row));
        if (holdsAllWords(output, words))
            text += output;
    }
    if (rows > 0)
        m_printed = log.at(0).id;
    if (!text.isEmpty())
        m_text->appendPlainText(text.chopped(1));
    m_stack->setCurrentWidget(log.rowCount() > 0 ? static_cast<QWidget *>(m_text) : m_nothing);
}

void OutputPage::printAgain()
{
    m_text->clear();
    m_printed = m_cleared;
    printNew();
}

void OutputPage::clear()
{
    const RequestLog &log = m_live.requests();
    m_text->clear();
    m_cleared = m_printed = log.rowCount() > 0 ? log.at(0).id : 0;
}

void OutputPage::setPaused(bool paused)
{
    if (!paused)
        printAgain();
}

void OutputPage::askWhereToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save Server Output"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("log"));
    dialog->selectFile(QStringLiteral("gatehouse.log"));
    connect(dialog, &QFileDialog::fileSelected, this, &OutputPage::saveTo);
    dialog->open();
}

void OutputPage::saveTo(const QString &file)
{
    QSaveFile target(file);
    const QByteArray text = m_text->toPlainText().toUtf8();
    const bool written = target.open(QIODevice::WriteOnly) && target.write(text) == text.size() && target.commit();
    if (written)
        m_message->post(InlineMessage::Kind::Success, tr("Saved to %1.").arg(file));
    else
        m_message->post(InlineMessage::Kind::Error, tr("%1 cannot be written: %2").arg(file, target.errorString()));
}

} // namespace Gatehouse
