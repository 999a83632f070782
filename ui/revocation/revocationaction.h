#pragma once

#include "models/revocation/revocationchoices.h"

#include <QAction>

#include <functional>

namespace Gatehouse {

class RevocationPane;
class TablePage;

/// "Revoke…" of a table page: asks about the selection in place of the page's details, and takes the question away when the
/// selection changes.
class RevocationAction : public QAction
{
    Q_OBJECT

public:
    /// The name of the one row that is selected, for kinds that have one.
    using Name = std::function<QString()>;

    /// The pane goes with the page.
    RevocationAction(TablePage &page, RevocationPane &pane, RevocationPick::Kind kind, const Name &name = {});
    /// Asks about this row whatever is selected, for a domain.
    void setRow(const std::function<Id()> &row) { m_row = row; }

    /// Whether something can be picked now: one row, or several tokens, codes or consents.
    void followSelection();
    void retranslate();

private:
    void ask();
    void leave();
    bool takesMany() const;

    TablePage &m_page;
    RevocationPane &m_pane;
    RevocationPick m_pick;
    std::function<Id()> m_row;
    Name m_name;
};

} // namespace Gatehouse
