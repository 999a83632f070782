#pragma once

#include "models/revocation/dependents.h"

#include <QObject>

#include <functional>

class QWidget;

namespace Gatehouse {

class Store;

/// Deletes a row and what depends on it: says first what that is, and asks.
class RowDeletion : public QObject
{
    Q_OBJECT

public:
    /// How the rows of one page are deleted; both functions are called in the store's thread.
    struct Rules
    {
        QString kind; ///< for the audit trail
        std::function<Result<Dependents>(Store &, Id)> dependents;
        std::function<Result<void>(Store &, Id)> remove;
        std::function<Id()> domain; ///< whose rows they are, for the audit trail; called in the window's thread
    };

    RowDeletion(Store &store, const Rules &rules, QWidget *page);

    /// Asks; `verb` is the button that deletes.
    void ask(Id id, const QString &name, const QString &verb);

Q_SIGNALS:
    void deleted(const QString &sentence);
    void failed(const QString &sentence);

private:
    void confirm(Id id, const QString &name, const QString &verb, const Dependents &dependents);
    void remove(Id id, const QString &name);

    Store &m_store;
    Rules m_rules;
    QWidget *m_page;
};

} // namespace Gatehouse
