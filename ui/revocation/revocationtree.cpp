#include "ui/revocation/revocationtree.h"

#include "models/clock.h"
#include "ui/revocation/revocationtexts.h"
#include "ui/timetext.h"

#include <QHeaderView>
#include <QLocale>

namespace Gatehouse {

namespace {

constexpr int BranchRole = Qt::UserRole;
constexpr int FilledRole = Qt::UserRole + 1;

using Branch = RevocationBranch;

} // namespace

RevocationTree::RevocationTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("revocationTree"));
    setAccessibleName(tr("What ends"));
    setHeaderHidden(true);
    setColumnCount(2);
    setUniformRowHeights(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemExpanded, this, &RevocationTree::fill);
}

void RevocationTree::showBranches(const Read &read)
{
    m_open.clear();
    rememberOpen(invisibleRootItem());
    m_read = read;
    ++m_round;
    m_read({}, [this, round = m_round](const Result<QList<Branch>> &branches) {
        if (round != m_round)
            return;
        clear();
        if (!branches) {
            Q_EMIT failed(branches.error().message);
            return;
        }
        for (const Branch &branch : *branches)
            addBranch(invisibleRootItem(), branch);
        if (branches->size() == 1)
            topLevelItem(0)->setExpanded(true);
    });
}

void RevocationTree::rememberOpen(QTreeWidgetItem *parent)
{
    for (int i = 0; i < parent->childCount(); ++i) {
        QTreeWidgetItem *child = parent->child(i);
        if (!child->isExpanded())
            continue;
        m_open.append(nameOf(child->data(0, BranchRole).value<Branch>()));
        rememberOpen(child);
    }
}

QTreeWidgetItem *RevocationTree::addRow(QTreeWidgetItem *parent, const QString &text, const QString &detail)
{
    auto *item = new QTreeWidgetItem(parent, {text, detail});
    item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
    item->setSizeHint(0, QSize(0, fontMetrics().height() * 3 / 2));
    item->setToolTip(0, text);
    return item;
}

void RevocationTree::addBranch(QTreeWidgetItem *parent, const Branch &branch)
{
    QTreeWidgetItem *item = addRow(parent, textOf(branch), QLocale().toString(branch.counts.total()));
    item->setToolTip(1, RevocationTexts::counts(branch.counts));
    item->setData(0, BranchRole, QVariant::fromValue(branch));
    if (branch.kind == Branch::Kind::Token)
        return;
    item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    if (m_open.contains(nameOf(branch)))
        item->setExpanded(true);
}

void RevocationTree::fill(QTreeWidgetItem *item)
{
    if (item->data(0, FilledRole).toBool() || !m_read)
        return;
    item->setData(0, FilledRole, true);
    m_read(pathOf(item), [this, item, round = m_round](const Result<QList<Branch>> &branches) {
        if (round != m_round)
            return;
        if (!branches) {
            Q_EMIT failed(branches.error().message);
            return;
        }
        for (const Branch &branch : *branches)
            addBranch(item, branch);
        if (branches->size() >= MostBranches)
            addRow(item, tr("… and more"), {});
        if (branches->isEmpty())
            item->setChildIndicatorPolicy(QTreeWidgetItem::DontShowIndicator);
    });
}

QList<Branch> RevocationTree::pathOf(QTreeWidgetItem *item) const
{
    QList<Branch> path;
    for (; item; item = item->parent())
        path.prepend(item->data(0, BranchRole).value<Branch>());
    return path;
}

QString RevocationTree::nameOf(const Branch &branch)
{
    return QStringLiteral("%1/%2/%3/%4")
        .arg(QString::number(int(branch.kind)), QString::number(branch.id), QString::number(branch.application),
             QString::number(branch.user));
}

QString RevocationTree::textOf(const Branch &branch)
{
    switch (branch.kind) {
    case Branch::Kind::Consent:
        return branch.id != 0 ? tr("Consent %1: %2").arg(QString::number(branch.id), branch.text)
                              : tr("Without a consent: %1").arg(branch.text);
    case Branch::Kind::Family:
        return branch.id != 0 ? tr("Family %1").arg(branch.id) : tr("Without a family");
    case Branch::Kind::Token:
        break;
    }
    return tr("Token %1, issued %2").arg(branch.text, TimeText::absolute(branch.at));
}

/// What is being read is for items that are gone.
void RevocationTree::showNothing()
{
    ++m_round;
    m_read = {};
    clear();
}

void RevocationTree::showProofs(const RevocationProofs &proofs)
{
    showNothing();
    const auto addHalf = [this](QTreeWidgetItem *token, const QString &half, bool active) {
        addRow(token, half, active ? tr("active!") : tr("inactive"));
    };
    for (const RevocationProof &proof : proofs.tokens) {
        QTreeWidgetItem *token = addRow(invisibleRootItem(), tr("Token %1").arg(proof.text), {});
        if (proof.accessMeant)
            addHalf(token, tr("Access token"), proof.accessActive);
        if (proof.refreshMeant)
            addHalf(token, tr("Refresh token"), proof.refreshActive);
        token->setExpanded(true);
    }
    if (proofs.tokens.size() >= MostBranches)
        addRow(invisibleRootItem(), tr("… and more, counted above"), {});
}

} // namespace Gatehouse
