#include "ui/upkeep/backupbar.h"

#include "models/store/store.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/widgets/inlinemessage.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace Gatehouse {

BackupBar::BackupBar(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_database(console.store.url())
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
    begin(file, {});
    m_work.start(m_database, file);
}

void BackupBar::askWhich()
{
    if (m_work.isRunning())
        return;
    auto *dialog = new QFileDialog(window(), tr("Restore a Backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Databases (*.db)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &BackupBar::confirm);
    dialog->open();
}

void BackupBar::confirm(const QString &file)
{
    const QString kept = m_database.temporary ? tr("The content of now is gone for good.")
                                              : tr("The content of now is kept in a file beside the database.");
    auto *dialog = new ConfirmDialog(
        tr("Replace everything in this database with %1?").arg(QFileInfo(file).fileName()),
        tr("What was added since the backup is no longer there, and what was revoked since is valid again. Until it is "
           "done the server answers 503 to what it would have to write down.")
            % u' ' % kept,
        tr("&Restore"), [this, file] { restore(file); }, window());
    dialog->open();
}

void BackupBar::restore(const QString &file)
{
    if (m_work.isRunning())
        return;
    const Restore work(m_database, file, m_console.clock, m_console.rules ? m_console.rules() : ContentRules());
    begin(file, work.kept());
    m_work.restore(work);
}

void BackupBar::begin(const QString &file, const QString &kept)
{
    m_file = file;
    m_kept = kept;
    m_message->clear();
    m_progress->setValue(0);
    retranslate();
    m_row->show();
}

void BackupBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BackupBar::retranslate()
{
    const bool isBackup = m_kept.isEmpty();
    m_cancel->setText(isBackup ? tr("&Cancel", "the backup") : tr("&Cancel", "restoring"));
    m_progress->setAccessibleName(isBackup ? tr("Progress of the backup") : tr("Progress of restoring"));
    m_text->setText((isBackup ? tr("Backing up to %1") : tr("Restoring %1")).arg(QFileInfo(m_file).fileName()));
}

QString BackupBar::success() const
{
    if (m_kept.isEmpty())
        return tr("The database is backed up in %1. To get it back, choose Server > Restore Backup…").arg(m_file);
    const QString done = tr("The database holds what %1 held.").arg(m_file);
    return m_database.temporary ? done : QString(done % u' ' % tr("What it held before is kept in %1.").arg(m_kept));
}

/// The configuration file may have changed while the backup was being restored.
void BackupBar::applyRules()
{
    if (!m_console.rules)
        return;
    m_console.store.run(m_console.rules(), this, [this](const Result<void> &outcome) {
        if (!outcome)
            m_message->post(InlineMessage::Kind::Error, outcome.error().message);
    });
}

void BackupBar::tell(const Result<bool> &outcome)
{
    m_row->hide();
    if (outcome && *outcome && !m_kept.isEmpty()) {
        applyRules();
        Q_EMIT restored();
    }
    if (!outcome)
        m_message->post(InlineMessage::Kind::Error, outcome.error().message);
    else if (*outcome) // where a file was kept stands nowhere else
        m_message->post(m_kept.isEmpty() ? InlineMessage::Kind::Success : InlineMessage::Kind::Info, success());
    else if (m_kept.isEmpty())
        m_message->post(InlineMessage::Kind::Info, tr("The backup was cancelled; nothing was written."));
    else
        m_message->post(InlineMessage::Kind::Info, tr("Restoring was cancelled; nothing was changed."));
}

} // namespace Gatehouse
