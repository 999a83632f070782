#include "ui/pages/auditpage.h"

#include "models/audit/auditdetails.h"
#include "models/audit/auditwords.h"
#include "models/clock.h"
#include "models/tables/auditmodel.h"
#include "ui/audit/auditexportbar.h"
#include "ui/clipboard.h"
#include "ui/delegates/outcomedelegate.h"
#include "ui/livedata.h"
#include "ui/timetext.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/livetableview.h"
#include "ui/widgets/placeholder.h"

#include <QAction>
#include <QFileDialog>
#include <QVBoxLayout>

namespace Gatehouse {

namespace {

/// The page and filter that show the subject of an event; no page: nothing shows it.
std::pair<QString, QString> placeOfSubject(const QString &subject)
{
    const QString kind = subject.section(u':', 0, 0);
    const QString id = subject.section(u':', 1);
    if (id.isEmpty())
        return {};
    if (kind == QLatin1String("token"))
        return {QStringLiteral("tokens"), QStringLiteral("number:%1").arg(id)};
    if (kind == QLatin1String("family"))
        return {QStringLiteral("tokens"), QStringLiteral("family:%1").arg(id)};
    if (kind == QLatin1String("grant"))
        return {QStringLiteral("grants"), QStringLiteral("number:%1").arg(id)};
    if (kind == QLatin1String("consent"))
        return {QStringLiteral("consents"), QStringLiteral("id:%1").arg(id)};
    return {};
}

} // namespace

AuditPage::AuditPage(const Console &console, LiveData &live, QWidget *parent)
    : KeysetPage(console, live.audit(), QStringLiteral("audit"), parent)
    , m_console(console)
    , m_live(live)
    , m_exportBar(new AuditExportBar(this))
    , m_copyLink(makeAction(QStringLiteral("copyLink"), QStringLiteral("copy")))
    , m_copyJson(makeAction(QStringLiteral("copyJson"), QStringLiteral("copy")))
    , m_showSubject(makeAction(QStringLiteral("showSubject"), QStringLiteral("detail")))
    , m_export(makeAction(QStringLiteral("export"), QStringLiteral("save")))
{
    setObjectName(QStringLiteral("auditPage"));
    table().setObjectName(QStringLiteral("auditTable"));
    table().setItemDelegateForColumn(AuditModel::Outcome, new OutcomeDelegate(console.clock, this));
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_exportBar);
    addActions();
    showColumns({{AuditModel::Time, 11},
                 {AuditModel::Actor, 23},
                 {AuditModel::Action, 22},
                 {AuditModel::Outcome, 25},
                 {AuditModel::Subject, 15},
                 {AuditModel::Ended, 5},
                 {AuditModel::Number, 4},
                 {AuditModel::Reason, 10}});
    AuditPage::retranslate();
}

void AuditPage::addActions()
{
    m_export->setShortcut(Qt::CTRL | Qt::Key_E);
    setItemActions({m_showSubject, m_copyLink, m_copyJson});
    details().setActions({m_showSubject, m_copyLink});
    connect(m_copyLink, &QAction::triggered, this, &AuditPage::copyLink);
    connect(m_copyJson, &QAction::triggered, this, &AuditPage::copyJson);
    connect(m_showSubject, &QAction::triggered, this, &AuditPage::showSubject);
    connect(m_export, &QAction::triggered, this, &AuditPage::askWhereToExport);
    connect(m_exportBar, &AuditExportBar::finished, this, &AuditPage::tellExport);
}

QList<QAction *> AuditPage::itemActions() const
{
    return {m_showSubject, m_copyLink, m_export};
}

void AuditPage::retranslate()
{
    KeysetPage::retranslate();
    placeholder().setText(tr("Nothing has happened yet"),
                          tr("Every revocation stands here, and what is changed at the console or through the pages "
                             "for administrators: who did it, how it ended and why."));
    m_copyLink->setText(tr("Copy &Link"));
    m_copyLink->setToolTip(tr("Copy a text that finds this entry when it is put in the filter"));
    m_copyJson->setText(tr("Copy as &JSON"));
    m_copyJson->setToolTip(tr("Copy the entry as it is stored"));
    m_showSubject->setText(tr("Show &Subject"));
    m_showSubject->setToolTip(tr("Show what the entry is about on its page"));
    m_export->setText(tr("&Export…"));
    m_export->setToolTip(tr("Write everything that the filter shows into a file"));
}

QList<DetailField> AuditPage::fieldsOf(int row) const
{
    const AuditEvent event = m_live.audit().eventAt(row);
    const AuditDetails more(event.details);
    const QString actor = AuditWords::actor(event.actor, m_live.audit().applicationAt(row));
    QList<DetailField> fields {
        {tr("Time"), TimeText::absolute(event.at)},          {tr("Actor"), actor},
        {tr("Action"), AuditWords::action(event.action)},    {tr("Outcome"), AuditWords::outcome(event.outcome)},
        {tr("Subject"), AuditWords::subject(event.subject)}, {tr("Reason"), event.reason}};
    for (const AuditDetails::Item &item : more.items())
        fields.append({item.label, item.value, item.isCode});
    fields.append({tr("Request"), event.exchangeId ? QString::number(event.exchangeId) : QString()});
    if (event.actor.contains(u':'))
        fields.append({tr("Actor as Stored"), event.actor, true});
    fields.append({tr("Link"), QStringLiteral("audit:%1").arg(event.id), true});
    const QString json = more.pretty();
    fields.append({tr("Details as Stored"), json == QLatin1String("{\n}") ? QString() : json, true});
    return fields;
}

QString AuditPage::titleOf(int row) const
{
    return tr("Entry %1").arg(m_live.audit().idAt(row));
}

QString AuditPage::titleOfMany(qsizetype rows) const
{
    return tr("%n entries selected", "", int(rows));
}

void AuditPage::selectionShifted()
{
    const int row = selectedRow();
    m_copyLink->setEnabled(row >= 0);
    m_copyJson->setEnabled(row >= 0);
    m_showSubject->setEnabled(row >= 0 && !placeOfSubject(m_live.audit().eventAt(row).subject).first.isEmpty());
}

void AuditPage::copyLink() const
{
    copyText(QStringLiteral("audit:%1").arg(selectedId()));
}

void AuditPage::copyJson() const
{
    const AuditEvent event = m_live.audit().eventAt(selectedRow());
    copyText(QString::fromUtf8(AuditLine::of(event, AuditLine::Format::JsonLines)).trimmed());
}

void AuditPage::showSubject()
{
    const auto [page, filter] = placeOfSubject(m_live.audit().eventAt(selectedRow()).subject);
    if (!page.isEmpty())
        Q_EMIT pageRequested(page, filter);
}

void AuditPage::askWhereToExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the Audit Trail"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString csv = tr("CSV, for spreadsheets (*.csv)");
    dialog->setNameFilters({csv, tr("JSON lines, for programs (*.jsonl)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("gatehouse-audit.csv"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, csv](const QString &chosen) {
        dialog->setDefaultSuffix(chosen == csv ? QStringLiteral("csv") : QStringLiteral("jsonl"));
    });
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
    dialog->open();
}

void AuditPage::exportTo(const QString &file)
{
    const AuditModel &model = m_live.audit();
    auto filter = FilterExpression::parse(model.filterText(), model.filterFields());
    if (!filter || m_exportBar->isRunning())
        return;
    m_exportFile = file;
    m_export->setEnabled(false);
    const bool isCsv = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
    m_exportBar->start({m_console.reader.url(), std::move(filter).value(), model.filterFields(), AuditModel::joins(),
                        m_console.clock.now(), isCsv ? AuditLine::Format::Csv : AuditLine::Format::JsonLines, file});
}

void AuditPage::tellExport(const Result<AuditExportState> &outcome)
{
    m_export->setEnabled(true);
    if (!outcome)
        message().post(InlineMessage::Kind::Error, outcome.error().message);
    else if (outcome->isCancelled)
        message().post(InlineMessage::Kind::Info, tr("The export was cancelled; nothing was written."));
    else
        message().post(InlineMessage::Kind::Success,
                       tr("%n event(s) exported to %1.", "", int(outcome->events)).arg(m_exportFile));
}

} // namespace Gatehouse
