#include "ui/upkeep/salvagedialog.h"

#include "models/clock.h"
#include "ui/widgets/inlinemessage.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatehouse {

namespace {

enum Column { What, Rows, State };

/// What people call a table.
QString wordFor(const QString &table)
{
    static const QHash<QString, const char *> words {
        {QStringLiteral("identity_domains"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Identity domains")},
        {QStringLiteral("users"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Users")},
        {QStringLiteral("oauth_applications"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Applications")},
        {QStringLiteral("consents"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Consents")},
        {QStringLiteral("oauth_access_grants"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Grants")},
        {QStringLiteral("token_families"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Token families")},
        {QStringLiteral("oauth_access_tokens"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Tokens")},
        {QStringLiteral("browser_sessions"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Browser sessions")},
        {QStringLiteral("signing_keys"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Signing keys")},
        {QStringLiteral("audit_events"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Audit events")},
        {QStringLiteral("exchanges"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Requests")},
        {QStringLiteral("settings"), QT_TRANSLATE_NOOP("Gatehouse::SalvageDialog", "Settings")},
    };
    const char *word = words.value(table);
    return word ? SalvageDialog::tr(word) : table;
}

bool isWhole(const SalvageOutcome &outcome)
{
    return std::all_of(outcome.tables.begin(), outcome.tables.end(),
                       [](const SalvageOutcome::Table &table) { return table.isWhole; });
}

} // namespace

SalvageDialog::SalvageDialog(const DatabaseUrl &database, const QString &reason, const Clock &clock, QWidget *parent)
    : QDialog(parent)
    , m_database(database)
    , m_reason(reason)
    , m_clock(clock)
    , m_message(new InlineMessage(this))
    , m_list(new QTreeWidget(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("&Cancel", "the reading"), this))
    , m_save(new QPushButton(tr("&Save What Can Be Read…"), this))
    , m_open(new QPushButton(tr("&Open the Saved Database"), this))
{
    setObjectName(QStringLiteral("salvageDialog"));
    m_save->setObjectName(QStringLiteral("salvage"));
    m_open->setObjectName(QStringLiteral("openSaved"));
    m_cancel->setObjectName(QStringLiteral("cancelSalvage"));
    m_list->setObjectName(QStringLiteral("salvageList"));
    setWindowTitle(reason.isEmpty() ? tr("Look for Damage") : tr("The Database Is Damaged"));
    m_message->setStanding(true);
    if (reason.isEmpty())
        m_message->post(InlineMessage::Kind::Info, tr("Every row of the database is read, while the server goes on."));
    else
        m_message->post(InlineMessage::Kind::Error, reason);
    build();
    connect(m_cancel, &QPushButton::clicked, &m_work, &SalvageWork::cancel);
    connect(m_save, &QPushButton::clicked, this, &SalvageDialog::askWhere);
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_chosen = m_file;
        accept();
    });
    connect(&m_work, &SalvageWork::progressed, this, &SalvageDialog::showProgress);
    connect(&m_work, &SalvageWork::finished, this, &SalvageDialog::tell);
    start();
}

void SalvageDialog::build()
{
    m_list->setHeaderLabels({tr("What"), tr("Can be read"), tr("State")});
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("What can be read"));
    m_list->headerItem()->setTextAlignment(Rows, Qt::AlignRight | Qt::AlignVCenter);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the reading"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    buttons->addButton(m_open, QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_list, 1);
    column->addWidget(m_text);
    column->addLayout(row);
    column->addWidget(buttons);
    m_open->hide();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 30);
}

void SalvageDialog::start()
{
    setBusy(true);
    showProgress(0);
    m_work.survey(m_database);
}

void SalvageDialog::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save What Can Be Read"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Databases (*.db)"));
    dialog->setDefaultSuffix(QStringLiteral("db"));
    dialog->setDirectory(QFileInfo(m_database.path).path());
    dialog->selectFile(QFileInfo(m_database.path).completeBaseName() + QStringLiteral("-saved.db"));
    connect(dialog, &QFileDialog::fileSelected, this, &SalvageDialog::saveTo);
    dialog->open();
}

void SalvageDialog::saveTo(const QString &file)
{
    if (m_work.isRunning())
        return;
    m_file = file;
    setBusy(true);
    showProgress(0);
    m_work.save(m_database, file, m_clock.now());
}

void SalvageDialog::showProgress(qint64 rows)
{
    m_text->setText(m_file.isEmpty() ? tr("Reading… %1 rows").arg(locale().toString(rows))
                                     : tr("Saving… %1 rows").arg(locale().toString(rows)));
}

void SalvageDialog::tell(const Result<SalvageOutcome> &outcome)
{
    setBusy(false);
    if (!outcome) {
        m_save->setEnabled(m_list->topLevelItemCount() > 0);
        m_text->setText(outcome.error().message);
    } else if (outcome->isCancelled) {
        m_text->setText(m_file.isEmpty() ? tr("The reading was cancelled.")
                                         : tr("The saving was cancelled; nothing was written."));
    } else {
        list(*outcome);
        m_file.isEmpty() ? tellFound(*outcome) : tellSaved(*outcome);
    }
}

void SalvageDialog::tellFound(const SalvageOutcome &outcome)
{
    if (!isWhole(outcome))
        m_text->setText(tr("Rows are missing. A backup of the database is better than what is saved here, if there is "
                           "one. The file itself is left as it is."));
    else if (m_reason.isEmpty())
        m_text->setText(tr("Every row can be read."));
    else
        m_text->setText(tr("Every row can be read. Save them in a new database and go on with that."));
}

void SalvageDialog::tellSaved(const SalvageOutcome &outcome)
{
    const bool leftOut = std::any_of(outcome.tables.begin(), outcome.tables.end(),
                                     [](const SalvageOutcome::Table &table) { return table.dependents > 0; });
    const QString saved
        = tr("Saved in %1. To use it, start Gatehouse with it: --database %1").arg(QDir::toNativeSeparators(m_file));
    m_text->setText(leftOut ? saved + u'\n' + tr("What belongs to lost rows was left out.") : saved);
    m_open->setVisible(!m_reason.isEmpty());
    m_open->setDefault(true);
    m_open->setFocus();
}

void SalvageDialog::list(const SalvageOutcome &outcome)
{
    m_list->clear();
    for (const SalvageOutcome::Table &table : outcome.tables) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(What, wordFor(table.name));
        item->setText(Rows, locale().toString(table.rows - table.dependents));
        item->setTextAlignment(Rows, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(State, table.isWhole ? tr("whole") : tr("rows are missing"));
    }
    for (const int column : {What, Rows, State})
        m_list->resizeColumnToContents(column);
}

void SalvageDialog::setBusy(bool busy)
{
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    m_save->setEnabled(!busy);
}

} // namespace Gatehouse
