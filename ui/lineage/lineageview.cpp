#include "ui/lineage/lineageview.h"

#include "models/lineage/lineageof.h"
#include "models/store/store.h"
#include "ui/icons.h"
#include "ui/lineage/lineagetree.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Gatehouse {

namespace {

constexpr Table DecideAboutLineage[]
    = {Table::Domains,      Table::Users,    Table::Applications, Table::AccessGrants,
       Table::AccessTokens, Table::Consents, Table::AuditEvents,  Table::TokenFamilies};

} // namespace

LineageView::LineageView(Store &store, Subject subject, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_subject(subject)
    , m_sentence(new QLabel(this))
    , m_tree(new LineageTree(this))
    , m_open(new QToolButton(this))
{
    setObjectName(QStringLiteral("lineageView"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_open->setObjectName(QStringLiteral("showAuditEntry"));
    m_open->setIcon(icon(QStringLiteral("audit")));
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_sentence);
    column->addWidget(m_tree, 1);
    column->addWidget(m_open, 0, Qt::AlignLeading);
    setFocusProxy(m_tree);
    m_tree->hide();
    connect(m_tree, &LineageTree::rowChosen, this, &LineageView::rowChosen);
    connect(m_tree, &QTreeWidget::itemActivated, this, &LineageView::activate);
    connect(m_open, &QToolButton::clicked, this, &LineageView::openEvent);
    connect(&store, &Store::changed, this, &LineageView::applyChanges);
    retranslate();
}

void LineageView::follow(Id id)
{
    m_id = id;
    load();
}

void LineageView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LineageView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void LineageView::retranslate()
{
    m_tree->setAccessibleName(tr("Lineage"));
    m_sentence->setText(m_subject == Subject::Token ? tr("Select one token to see where it came from.")
                                                    : tr("Select one code to see what came of it."));
    m_open->setText(tr("Show A&udit Entry"));
    m_open->setToolTip(tr("Show the entry of the audit trail that tells of this"));
}

/// One read at a time; what is not looked at is not read.
void LineageView::load()
{
    if (!isVisible())
        return;
    if (m_id == 0) {
        m_tree->hide();
        m_sentence->show();
        m_open->setEnabled(false);
        return;
    }
    m_isStale = std::exchange(m_isLoading, true);
    if (m_isStale)
        return;
    m_store.run(
        [id = m_id, subject = m_subject](Store &store) {
            return subject == Subject::Token ? lineageOf(store, id) : lineageOfCode(store, id);
        },
        this, [this, id = m_id](const Result<std::optional<Lineage>> &found) { take(id, found); });
}

void LineageView::take(Id id, const Result<std::optional<Lineage>> &found)
{
    m_isLoading = false;
    if (m_isStale || id != m_id)
        return load();
    const bool isThere = found && *found;
    m_sentence->setVisible(!isThere);
    m_tree->setVisible(isThere);
    if (isThere)
        m_tree->showLineage(**found, m_subject == Subject::Token ? id : 0);
    m_open->setEnabled(isThere && m_tree->currentEvent() != 0);
}

void LineageView::applyChanges(const ChangeSet &changes)
{
    const bool matters = std::any_of(std::begin(DecideAboutLineage), std::end(DecideAboutLineage),
                                     [&changes](Table table) { return !changes[table].isEmpty(); });
    if (matters && m_id)
        load();
}

void LineageView::rowChosen()
{
    m_open->setEnabled(m_tree->currentEvent() != 0);
    const Id token = m_tree->currentToken();
    if (token && token != m_id)
        Q_EMIT tokenChosen(token);
}

void LineageView::activate()
{
    if (m_tree->currentEvent())
        openEvent();
    else if (const Id token = m_tree->currentToken())
        Q_EMIT tokenActivated(token);
}

void LineageView::openEvent()
{
    if (const Id event = m_tree->currentEvent())
        Q_EMIT eventChosen(event);
}

} // namespace Gatehouse
