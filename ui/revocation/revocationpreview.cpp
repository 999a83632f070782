#include "ui/revocation/revocationpreview.h"

#include "models/clock.h"
#include "models/revocation/revocationbranches.h"
#include "models/store/store.h"
#include "ui/icons.h"
#include "ui/revocation/revocationquestion.h"
#include "ui/revocation/revocationtexts.h"
#include "ui/revocation/revocationtree.h"
#include "ui/revocation/revocationwork.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace Gatehouse {

namespace {

constexpr int SettleTime = 300; ///< milliseconds
constexpr Table DecideAboutRevocations[]
    = {Table::Domains,      Table::Users,    Table::Applications, Table::AccessGrants,
       Table::AccessTokens, Table::Consents, Table::TokenFamilies};

} // namespace

RevocationPreview::RevocationPreview(Store &store, const Clock &clock, QWidget *parent)
    : RevocationPane(parent)
    , m_store(store)
    , m_clock(clock)
    , m_reads(store.url())
    , m_work(new RevocationWork(store, this))
    , m_settle(this)
    , m_title(new QLabel(this))
    , m_question(new RevocationQuestion(this))
    , m_tree(new RevocationTree(this))
    , m_sentence(new QLabel(this))
    , m_ends(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_revoke(new QPushButton(icon(QStringLiteral("revoke")), {}, this))
    , m_proof(new QPushButton(this))
    , m_showEvent(new QPushButton(icon(QStringLiteral("audit")), {}, this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("revocationPreview"));
    m_settle.setSingleShot(true);
    m_settle.setInterval(SettleTime);
    build();
    connectParts();
    retranslate();
}

void RevocationPreview::build()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    m_sentence->setTextFormat(Qt::PlainText);
    m_ends->setTextFormat(Qt::PlainText);
    m_ends->setWordWrap(true);
    m_ends->setObjectName(QStringLiteral("revocationCounts"));
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("revocationText"));
    m_revoke->setObjectName(QStringLiteral("confirmRevocation"));
    m_close->setObjectName(QStringLiteral("cancelRevocation"));
    m_proof->setObjectName(QStringLiteral("showProof"));
    m_showEvent->setObjectName(QStringLiteral("showAuditEntry"));
    for (QPushButton *button : {m_revoke, m_proof, m_showEvent, m_close})
        button->setAutoDefault(true);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_revoke, m_proof, m_showEvent, m_close})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_question);
    column->addWidget(m_sentence);
    column->addWidget(m_ends);
    column->addWidget(m_tree, 1);
    column->addWidget(m_progress);
    column->addLayout(buttons);
}

void RevocationPreview::connectParts()
{
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &RevocationPreview::giveUp);
    connect(m_close, &QPushButton::clicked, this, &RevocationPreview::giveUp);
    connect(m_revoke, &QPushButton::clicked, this, &RevocationPreview::carryOut);
    connect(m_question, &RevocationQuestion::submitted, this, &RevocationPreview::carryOut);
    connect(m_question, &RevocationQuestion::confirmationEdited, this, [this] { m_revoke->setEnabled(mayRevoke()); });
    connect(m_question, &RevocationQuestion::chosen, this, &RevocationPreview::choose);
    connect(m_proof, &QPushButton::clicked, this, &RevocationPreview::prove);
    connect(m_showEvent, &QPushButton::clicked, this, [this] { Q_EMIT eventRequested(m_event); });
    connect(m_tree, &RevocationTree::failed, this, &RevocationPreview::say);
    connect(m_work, &RevocationWork::finished, this, &RevocationPreview::showDone);
    connect(m_work, &RevocationWork::failed, this, [this](const QString &sentence) {
        enter(Stage::Asking);
        say(tr("Nothing was revoked. %1").arg(sentence));
    });
    connect(m_work, &RevocationWork::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setMaximum(1000);
        m_progress->setValue(total > 0 ? int(done * 1000 / total) : 0);
    });
    connect(&m_settle, &QTimer::timeout, this, &RevocationPreview::surveyAll);
    connect(&m_store, &Store::changed, this, &RevocationPreview::applyChanges);
}

void RevocationPreview::ask(const RevocationPick &pick, const QString &name)
{
    m_pick = pick;
    m_name = name;
    m_choices.clear();
    m_chosen = -1;
    m_event = 0;
    m_tree->showNothing();
    m_question->ask(pick.kind, pick.kind == RevocationPick::Kind::Domain ? name : QString());
    ++m_round;
    retranslate();
    enter(Stage::Looking);
    m_close->setFocus();
    m_reads.run([pick](Connection &connection) { return choicesFor(connection, pick); }, this,
                [this, round = m_round](const Result<QList<RevocationChoice>> &choices) {
                    if (round == m_round)
                        showChoices(choices);
                });
}

void RevocationPreview::showChoices(const Result<QList<RevocationChoice>> &choices)
{
    if (!choices || choices->isEmpty()) {
        m_progress->hide();
        return say(choices ? tr("The selection is not there any more.") : choices.error().message);
    }
    m_choices = *choices;
    m_surveys = QList<RevocationSurvey>(m_choices.size());
    m_surveyed = QList<bool>(m_choices.size(), false);
    int proposed = int(m_choices.size()) - 1;
    for (int i = 0; i < int(m_choices.size()); ++i) {
        if (m_choices.at(i).reach == proposedReach(m_pick.kind))
            proposed = i;
    }
    m_chosen = proposed;
    m_question->offer(m_choices, proposed);
    const QList<QWidget *> order
        = m_question->fields() + QList<QWidget *> {m_tree, m_revoke, m_proof, m_showEvent, m_close};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    retranslate();
    surveyAll();
}

/// The chosen one first.
void RevocationPreview::surveyAll()
{
    if (m_chosen < 0 || m_stage == Stage::Working || m_stage == Stage::Done)
        return;
    QList<int> order {m_chosen};
    for (int i = 0; i < int(m_choices.size()); ++i) {
        if (i != m_chosen)
            order.append(i);
    }
    for (const int index : std::as_const(order)) {
        m_reads.run([targets = m_choices.at(index).targets,
                     now = m_clock.now()](Connection &connection) { return surveyOf(connection, targets, now); },
                    this,
                    [this, index, round = m_round](const Result<RevocationSurvey> &survey) {
                        if (round == m_round)
                            showSurvey(index, survey);
                    });
    }
}

void RevocationPreview::showSurvey(int index, const Result<RevocationSurvey> &survey)
{
    if (m_stage == Stage::Working || m_stage == Stage::Done)
        return;
    if (!survey)
        return say(survey.error().message);
    const bool isNew = !m_surveyed.at(index) || m_surveys.at(index).fingerprint != survey->fingerprint;
    m_surveys[index] = *survey;
    m_surveyed[index] = true;
    m_question->setCounts(index, survey->counts);
    if (index == m_chosen && m_stage == Stage::Looking)
        enter(Stage::Asking);
    retranslate();
    if (index == m_chosen && isNew)
        showChoice();
}

void RevocationPreview::choose(int index)
{
    if (m_stage != Stage::Asking || index == m_chosen)
        return;
    m_chosen = index;
    say({});
    m_revoke->setEnabled(mayRevoke()); // not before it is known what ends
    showChoice();
}

void RevocationPreview::showChoice()
{
    if (!m_surveyed.value(m_chosen))
        return;
    retranslate();
    m_revoke->setEnabled(mayRevoke());
    // A branch may be opened when something else is asked about, or nothing any more.
    m_tree->showBranches([this, targets = m_choices.at(m_chosen).targets](const QList<RevocationBranch> &parents,
                                                                          const RevocationTree::Show &show) {
        m_reads.run([targets, parents, now = m_clock.now()](
                        Connection &connection) { return branchesBelow(connection, targets, now, parents); },
                    m_tree, show);
    });
}

bool RevocationPreview::mayRevoke() const
{
    if (m_stage != Stage::Asking || !m_surveyed.value(m_chosen) || m_surveys.at(m_chosen).counts.total() == 0)
        return false;
    return m_question->isConfirmed();
}

void RevocationPreview::carryOut()
{
    if (!mayRevoke())
        return;
    RevocationAudit audit;
    audit.domainId = m_choices.at(m_chosen).targets.constFirst().domain;
    audit.dialect = QStringLiteral("console");
    audit.actorKind = QStringLiteral("admin");
    audit.level = levelOf(m_choices.at(m_chosen).reach);
    audit.reason = m_question->reason();
    enter(Stage::Working);
    m_work->start(m_choices.at(m_chosen).targets, audit, m_surveys.at(m_chosen).fingerprint);
}

void RevocationPreview::showDone(const RevocationService::Done &done)
{
    if (done.cancelled || done.drifted) {
        enter(Stage::Asking);
        say(done.cancelled ? tr("Cancelled. Nothing was revoked.")
                           : tr("Nothing was revoked: meanwhile something else would end. Look again."));
        return surveyAll();
    }
    m_event = done.event;
    m_ended = done.counts;
    enter(Stage::Done);
    say(RevocationTexts::done(m_ended));
    m_tree->showNothing();
    m_proof->setFocus();
}

void RevocationPreview::prove()
{
    m_reads.run(
        [event = m_event, now = m_clock.now()](Connection &connection) { return proofOf(connection, event, now); },
        this,
        [this, round = m_round](const Result<RevocationProofs> &proofs) {
            if (round != m_round)
                return;
            if (!proofs)
                return say(proofs.error().message);
            const QLocale locale;
            const QString asked = locale.toString(proofs->asked);
            say(proofs->active == 0
                    ? tr("Introspected: %1. None of them is active.").arg(asked)
                    : tr("Introspected: %1. %2 of them are active!").arg(asked, locale.toString(proofs->active)));
            m_tree->showProofs(*proofs);
            m_tree->show();
            m_tree->setFocus();
        });
}

void RevocationPreview::enter(Stage stage)
{
    m_stage = stage;
    const bool isDone = stage == Stage::Done;
    m_question->setVisible(!isDone);
    m_question->setEnabled(stage == Stage::Asking);
    m_tree->setVisible(!isDone);
    m_ends->setVisible(stage == Stage::Asking || stage == Stage::Working);
    m_progress->setVisible(stage == Stage::Working || stage == Stage::Looking);
    m_progress->setMaximum(0);
    m_revoke->setVisible(!isDone);
    m_revoke->setEnabled(mayRevoke());
    m_proof->setVisible(isDone && m_ended.tokens() > 0);
    m_showEvent->setVisible(isDone);
    if (stage == Stage::Looking)
        say(tr("Looking up what ends."));
    else
        say({});
    if (stage == Stage::Asking && m_question->isConfirmed())
        m_revoke->setFocus();
    retranslate();
}

/// Cancel while something is under way, else away with it.
void RevocationPreview::giveUp()
{
    if (m_stage == Stage::Working)
        return m_work->cancel();
    ++m_round;
    m_chosen = -1;
    m_tree->showNothing();
    Q_EMIT closed();
}

void RevocationPreview::applyChanges(const ChangeSet &changes)
{
    for (const Table table : DecideAboutRevocations) {
        if (!changes[table].isEmpty() && m_chosen >= 0 && isVisible() && !m_settle.isActive())
            m_settle.start();
    }
}

void RevocationPreview::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleDescription(sentence);
}

QString RevocationPreview::sentence() const
{
    return m_sentence->text();
}

void RevocationPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    RevocationPane::changeEvent(event);
}

void RevocationPreview::retranslate()
{
    m_title->setText(RevocationTexts::title(m_pick, m_name));
    setAccessibleName(m_title->text());
    if (m_stage == Stage::Asking)
        m_ends->setText(tr("Ends: %1.").arg(RevocationTexts::counts(m_surveys.value(m_chosen).counts)));
    m_revoke->setText(
        RevocationTexts::verb(m_surveyed.value(m_chosen) ? m_surveys.at(m_chosen).counts : RevocationCounts()));
    m_proof->setText(tr("Show &Proof"));
    m_showEvent->setText(tr("Show in A&udit"));
    m_close->setText(m_stage == Stage::Done ? tr("&Close") : tr("Cancel"));
    m_tree->setAccessibleName(tr("What ends"));
}

} // namespace Gatehouse
