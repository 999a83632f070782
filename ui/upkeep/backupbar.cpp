#include "ui/upkeep/backupbar.h"

#include "ui/widgets/inlinemessage.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace Gatehouse {

BackupBar::BackupBar(const DatabaseUrl &database, QWidget *parent)
    : QWidget(parent)
    , m_database(database)
    , m_message(new InlineMessage(this))
    , m_row(new QWidget(this))
    , m_text(new QLabel(m_row))
    , m_progress(new QProgressBar(m_row))
    , m_cancel(new QPushButton(m_row))
{
    setObjectName(QStringLiteral("backupBar"));
    m_cancel->setObjectName(QStringLiteral("cancelBackup"));
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_text->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(m_row);
    row->addWidget(m_text);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_row);
    m_row->hide();
    connect(m_cancel, &QPushButton::clicked, &m_work, &BackupWork::cancel);
    connect(&m_work, &BackupWork::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_work, &BackupWork::finished, this, &BackupBar::tell);
    retranslate();
}

void BackupBar::askWhere()
{
    if (m_work.isRunning())
        return;
    auto *dialog = new QFileDialog(window(), tr("Back Up the Database"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Databases (*.db)"));
    dialog->setDefaultSuffix(QStringLiteral("db"));
    dialog->selectFile(QStringLiteral("gatehouse-backup.db"));
    connect(dialog, &QFileDialog::fileSelected, this, &BackupBar::start);
    dialog->open();
}

void BackupBar::start(const QString &file)
{
    if (m_work.isRunning())
        return;
    m_file = file;
    m_message->clear();
    m_progress->setValue(0);
    retranslate();
    m_row->show();
    m_work.start(m_database, file);
}

void BackupBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BackupBar::retranslate()
{
    m_cancel->setText(tr("&Cancel", "the backup"));
    m_progress->setAccessibleName(tr("Progress of the backup"));
    m_text->setText(tr("Backing up to %1").arg(QFileInfo(m_file).fileName()));
}

void BackupBar::tell(const Result<bool> &outcome)
{
    m_row->hide();
    if (!outcome)
        m_message->post(InlineMessage::Kind::Error, outcome.error().message);
    else if (*outcome)
        m_message->post(InlineMessage::Kind::Success,
                        tr("The database is backed up in %1. To use the backup, start Gatehouse with it: --database %1")
                            .arg(m_file));
    else
        m_message->post(InlineMessage::Kind::Info, tr("The backup was cancelled; nothing was written."));
}

} // namespace Gatehouse
