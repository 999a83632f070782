#pragma once

#include "models/revocation/revocationbranches.h"

#include <QTreeWidget>

#include <functional>

namespace Gatehouse {

/// What a revocation ends: consents, below them families, below them tokens, each with how many. Branches are read when they
/// are opened. Afterwards the proof: each token that ended, and what introspection says of it.
class RevocationTree : public QTreeWidget
{
    Q_OBJECT

public:
    /// Reads the branches below these and hands them to `show`, unless the tree is gone or shows something else by then.
    using Show = std::function<void(const Result<QList<RevocationBranch>> &)>;
    using Read = std::function<void(const QList<RevocationBranch> &parents, const Show &show)>;

    explicit RevocationTree(QWidget *parent = nullptr);

    /// Shows another revocation, from its root on; what was open is opened again.
    void showBranches(const Read &read);
    void showProofs(const RevocationProofs &proofs);
    void showNothing();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void fill(QTreeWidgetItem *parent);
    QTreeWidgetItem *addRow(QTreeWidgetItem *parent, const QString &text, const QString &detail);
    void addBranch(QTreeWidgetItem *parent, const RevocationBranch &branch);
    static QString textOf(const RevocationBranch &branch);
    QList<RevocationBranch> pathOf(QTreeWidgetItem *item) const;
    static QString nameOf(const RevocationBranch &branch);
    void rememberOpen(QTreeWidgetItem *parent);

    Read m_read;
    int m_round = 0; ///< of showBranches(): late answers to earlier ones are left
    QStringList m_open; ///< names of what is to be opened again
};

} // namespace Gatehouse
