#pragma once

#include "models/lineage/lineage.h"
#include "models/records/changeset.h"
#include "models/result.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Gatehouse {

class LineageTree;
class Store;

/// The lineage of what is selected in a table, read from the store and kept true while it is looked at.
class LineageView : public QWidget
{
    Q_OBJECT

public:
    enum class Subject { Token, Code };

    LineageView(Store &store, Subject subject, QWidget *parent = nullptr);

    /// 0: nothing is selected, or too much.
    void follow(Id id);
    LineageTree &tree() const { return *m_tree; }

Q_SIGNALS:
    /// The person went to a step of another token.
    void tokenChosen(Gatehouse::Id token);
    /// The person wants to see this token (Enter, or a double click).
    void tokenActivated(Gatehouse::Id token);
    /// The person wants to see this entry of the audit trail.
    void eventChosen(Gatehouse::Id event);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void load();
    void take(Id id, const Result<std::optional<Lineage>> &found);
    void applyChanges(const ChangeSet &changes);
    void rowChosen();
    void openEvent();
    void activate();

    Store &m_store;
    const Subject m_subject;
    Id m_id = 0;
    bool m_isLoading = false;
    bool m_isStale = false; ///< something changed while it was read
    QLabel *m_sentence;
    LineageTree *m_tree;
    QToolButton *m_open;
};

} // namespace Gatehouse
