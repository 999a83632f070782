#pragma once

#include "ui/pages/keysetpage.h"
#include "ui/revocation/revocationaction.h"

namespace Gatehouse {

class RevocationPane;

/// A table of any size whose rows can be revoked, with a preview of what ends.
class RevocablePage : public KeysetPage
{
    Q_OBJECT

public:
    QList<QAction *> itemActions() const override;

protected:
    RevocablePage(const WindowContext &context, KeysetTableModel &model, RevocationPane *pane,
                  RevocationPick::Kind kind, const QString &iconName, QWidget *parent);

    RevocationAction *revokeAction() const { return m_revoke; }
    RevocationPane &revocationPane() const { return m_pane; }
    void retranslate() override;
    void selectionShifted() override;

private:
    RevocationPane &m_pane;
    RevocationAction *m_revoke;
};

} // namespace Gatehouse
