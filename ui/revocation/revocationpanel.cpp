#include "ui/revocation/revocationpanel.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace Gatehouse {

namespace {

constexpr int NamesShown = 5;

QString someOf(const QStringList &names)
{
    const QString shown = QLocale().createSeparatedList(names.mid(0, NamesShown));
    return names.size() > NamesShown ? shown + QStringLiteral(" …") : shown;
}

} // namespace

RevocationPanel::RevocationPanel(RevocationDesk &desk, Subject subject, QWidget *parent)
    : RevocationPane(parent)
    , m_desk(desk)
    , m_subject(subject)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_confirm(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("revocationPanel"));
    m_confirm->setObjectName(QStringLiteral("confirmRevocation"));
    m_cancel->setObjectName(QStringLiteral("cancelRevocation"));
    m_text->setObjectName(QStringLiteral("revocationText"));
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_confirm->setIcon(icon(QStringLiteral("revoke")));
    m_confirm->setAutoDefault(true);
    m_cancel->setAutoDefault(true);
    setFocusProxy(m_confirm);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(buttons);
    column->addStretch();
    auto *escape = new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &RevocationPane::closed);
    connect(m_confirm, &QPushButton::clicked, this, &RevocationPanel::carryOut);
    connect(m_cancel, &QPushButton::clicked, this, &RevocationPane::closed);
    retranslate();
}

void RevocationPanel::ask(const RevocationPick &pick, const QString &)
{
    m_ids = pick.ids;
    showWaiting(m_ids.size());
    m_desk.plan(m_subject, m_ids, this, [this, ids = m_ids](const Result<RevocationPlan> &found) {
        if (ids != m_ids)
            return;
        if (found)
            showPlan(*found);
        else
            showProblem(found.error().message);
    });
}

void RevocationPanel::carryOut()
{
    m_desk.revoke(m_subject, m_ids, this, [this](const Result<qint64> &ended) {
        Q_EMIT settled(ended.isOk(), ended ? endedText(*ended) : ended.error().message);
    });
    Q_EMIT closed();
}

QString RevocationPanel::endedText(qint64 ended) const
{
    if (ended == 0)
        return tr("Everything selected was over already.");
    return m_subject == Subject::Tokens ? tr("%n token(s) revoked.", "", int(ended))
                                        : tr("%n grant(s) and token(s) revoked.", "", int(ended));
}

void RevocationPanel::showWaiting(qint64 chosen)
{
    m_plan = {};
    m_plan.chosen = chosen;
    retranslate();
    m_text->setText(tr("Looking up what ends with it."));
    m_confirm->setEnabled(false);
    m_cancel->setFocus();
}

void RevocationPanel::showPlan(const RevocationPlan &plan)
{
    m_plan = plan;
    retranslate();
    m_confirm->setEnabled(plan.chosen - plan.over + plan.following > 0);
    if (m_confirm->isEnabled())
        m_confirm->setFocus();
}

void RevocationPanel::showProblem(const QString &sentence)
{
    m_text->setText(sentence);
    m_confirm->setEnabled(false);
}

QString RevocationPanel::sentence() const
{
    return m_text->text();
}

void RevocationPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    RevocationPane::changeEvent(event);
}

void RevocationPanel::retranslate()
{
    const int chosen = int(m_plan.chosen);
    const bool tokens = m_subject == Subject::Tokens;
    m_title->setText(tokens ? tr("Revoke %n token(s)?", "", chosen) : tr("Revoke %n grant(s)?", "", chosen));
    m_confirm->setText(tokens ? tr("&Revoke %n Token(s)", "", chosen) : tr("&Revoke %n Grant(s)", "", chosen));
    m_cancel->setText(tr("Cancel"));
    QStringList sentences {chosenText(m_plan), followingText(m_plan), m_plan.caution, namesText(m_plan),
                           tr("A revocation has no undo. Nothing is deleted: the rows stay in the list.")};
    sentences.removeAll(QString());
    m_text->setText(sentences.join(QStringLiteral("\n\n")));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
}

QString RevocationPanel::chosenText(const RevocationPlan &plan) const
{
    if (plan.over == 0)
        return {};
    return plan.over == plan.chosen ? tr("The selection is over already.")
                                    : tr("%n of them is (are) over already.", "", int(plan.over));
}

QString RevocationPanel::followingText(const RevocationPlan &plan) const
{
    const int following = int(plan.following);
    if (following == 0)
        return tr("No other token ends with it.");
    return m_subject == Subject::Tokens
        ? tr("%n more token(s) of the same refresh token family end(s) with it.", "", following)
        : tr("%n token(s) that came from it end(s) with it.", "", following);
}

QString RevocationPanel::namesText(const RevocationPlan &plan) const
{
    QStringList lines;
    if (!plan.applications.isEmpty())
        lines.append(tr("Applications: %1").arg(someOf(plan.applications)));
    if (!plan.users.isEmpty())
        lines.append(tr("Users: %1").arg(someOf(plan.users)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace Gatehouse
