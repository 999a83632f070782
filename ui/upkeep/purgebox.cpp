#include "ui/upkeep/purgebox.h"

#include "models/clock.h"
#include "models/store/store.h"
#include "ui/dialogs/confirmdialog.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

namespace Gatehouse {

namespace {

constexpr int MostHours = 24 * 365;
constexpr int MostDays = 36500;

} // namespace

PurgeBox::PurgeBox(const Console &console, QWidget *parent)
    : QGroupBox(tr("Growth"), parent)
    , m_console(console)
    , m_readers(console.store.url())
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_purge(new QPushButton(tr("P&urge Now…"), this))
    , m_cancel(new QPushButton(tr("&Cancel", "the purge"), this))
{
    setObjectName(QStringLiteral("purgeBox"));
    m_text->setObjectName(QStringLiteral("purgeText"));
    m_purge->setObjectName(QStringLiteral("purge"));
    m_cancel->setObjectName(QStringLiteral("cancelPurge"));
    m_progress->setObjectName(QStringLiteral("purgeProgress"));
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the purge"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *form = new QFormLayout(this);
    m_hours = addNumber(*form, tr("Pur&ge every:"), QStringLiteral("purgeHours"), MostHours);
    m_endedDays = addNumber(*form, tr("Keep &what ended:"), QStringLiteral("endedDays"), MostDays);
    m_eventDays = addNumber(*form, tr("Keep audit eve&nts:"), QStringLiteral("eventDays"), MostDays);
    m_hours->setSpecialValueText(tr("Only when asked"));
    m_hours->setSuffix(u' ' % tr("hours"));
    m_endedDays->setSuffix(u' ' % tr("days"));
    m_eventDays->setSpecialValueText(tr("For ever"));
    m_eventDays->setSuffix(u' ' % tr("days"));
    form->addRow(m_text);
    auto *row = new QHBoxLayout;
    row->addWidget(m_purge);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    form->addRow(row);
    connect(m_purge, &QPushButton::clicked, this, &PurgeBox::askFirst);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_console.upkeep.cancel(); });
    connect(&m_console.upkeep, &Upkeep::progressed, this, &PurgeBox::showState);
    connect(&m_console.upkeep, &Upkeep::finished, this, &PurgeBox::showOutcome);
    setRunning(false);
    load();
}

QSpinBox *PurgeBox::addNumber(QFormLayout &form, const QString &label, const QString &name, int most)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(name);
    box->setRange(0, most);
    box->setEnabled(false); // until it is known what the database says
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    box->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    form.addRow(label, box);
    connect(box, &QSpinBox::editingFinished, this, &PurgeBox::keep);
    return box;
}

void PurgeBox::showEvent(QShowEvent *event)
{
    QGroupBox::showEvent(event);
    count();
}

void PurgeBox::load()
{
    m_console.store.run([](Store &store) { return Retention::read(store); }, this,
                        [this](const Result<Retention> &retention) {
                            if (!retention) {
                                Q_EMIT failed(retention.error().message);
                                return;
                            }
                            m_retention = *retention;
                            m_hours->setValue(m_retention.everyHours);
                            m_endedDays->setValue(m_retention.endedDays);
                            m_eventDays->setValue(m_retention.eventDays);
                            for (QSpinBox *box : {m_hours, m_endedDays, m_eventDays})
                                box->setEnabled(true);
                            count();
                        });
}

void PurgeBox::keep()
{
    const Retention chosen {m_hours->value(), m_endedDays->value(), m_eventDays->value()};
    if (chosen == m_retention)
        return;
    m_retention = chosen;
    m_console.store.run([chosen](Store &store) { return chosen.write(store); }, this,
                        [this](const Result<void> &done) {
                            if (!done)
                                Q_EMIT failed(done.error().message);
                        });
    count();
}

void PurgeBox::count()
{
    if (!isVisible())
        return;
    m_removable.reset();
    m_text->setText(tr("Counting what can go…"));
    const PurgeLimits limits = PurgeLimits::of(m_retention, m_console.clock.now());
    m_readers.run([limits](Connection &reader) { return purgeablePairs(reader, limits); }, this,
                  [this, asked = m_retention](const Result<qint64> &tokens) {
                      if (tokens && asked == m_retention)
                          showCount(*tokens);
                      else if (!tokens)
                          Q_EMIT failed(tokens.error().message);
                  });
}

void PurgeBox::showCount(qint64 tokens)
{
    m_removable = tokens;
    m_text->setText(
        tr("%n token(s) can go now, with the codes, sessions and consents that only they needed. What still "
           "lives keeps its whole history.",
           "", int(tokens)));
}

void PurgeBox::askFirst()
{
    const QString question = m_removable ? tr("Remove %n token(s) for good?", "", int(*m_removable))
                                         : tr("Remove what ended long ago for good?");
    auto *dialog = new ConfirmDialog(
        question,
        tr("Their history goes with them. The server goes on answering meanwhile. To have it all again, back up "
           "first."),
        tr("&Remove"), [this] { begin(); }, window());
    dialog->open();
}

void PurgeBox::begin()
{
    showState({});
    m_console.upkeep.purge(QStringLiteral("console"));
}

void PurgeBox::showState(const PurgeState &state)
{
    setRunning(true);
    m_text->setText(tr("Purging: %n row(s) removed so far", "", int(state.removed.total())));
    m_progress->setValue(state.percent);
}

void PurgeBox::showOutcome(const PurgeOutcome &outcome)
{
    setRunning(false);
    m_removable.reset();
    if (!outcome.problem.isEmpty())
        Q_EMIT failed(outcome.problem);
    m_text->setText(outcome.isCancelled ? tr("Cancelled; %n row(s) had been removed.", "", int(outcome.removed.total()))
                                        : tr("Done: %n row(s) removed.", "", int(outcome.removed.total())));
}

void PurgeBox::setRunning(bool isRunning)
{
    m_progress->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_purge->setEnabled(!isRunning);
}

} // namespace Gatehouse
