#pragma once

#include "models/result.h"
#include "ui/pages/keysetpage.h"
#include "ui/revocation/revocationpanel.h"

namespace Gatehouse {

/// A table of tokens or codes, and Revoke with a preview of what ends.
class RevocablePage : public KeysetPage
{
    Q_OBJECT

public:
    QList<QAction *> itemActions() const override;

protected:
    RevocablePage(const WindowContext &context, KeysetTableModel &model, RevocationDesk &desk,
                  RevocationSubject subject, const QString &iconName, QWidget *parent);

    void retranslate() override;
    void selectionShifted() override;
    virtual QString endedText(qint64 ended) const = 0;

private:
    void askForRevocation();
    void carryOut();
    void showRevocation(const Result<qint64> &ended);
    void leavePanel();

    RevocationDesk &m_desk;
    RevocationSubject m_subject;
    RevocationPanel *m_panel;
    QAction *m_revoke;
    QList<Id> m_chosen;
};

} // namespace Gatehouse
