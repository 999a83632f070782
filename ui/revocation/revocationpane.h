#pragma once

#include "models/revocation/revocationchoices.h"

#include <QWidget>

namespace Gatehouse {

/// Asks about a revocation in place of the details, and has it done.
class RevocationPane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Shows what revoking the pick would end. `name`: of the one application, user or domain.
    virtual void ask(const RevocationPick &pick, const QString &name) = 0;

Q_SIGNALS:
    /// The person is through with it.
    void closed();
    /// What came of it, to be said by the page; the pane is closed.
    void settled(bool done, const QString &sentence);
    /// The person wants to see the audit event.
    void eventRequested(Gatehouse::Id event);
};

} // namespace Gatehouse
