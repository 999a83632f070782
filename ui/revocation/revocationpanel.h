#pragma once

#include "models/revocation/revocationdesk.h"

#include "ui/revocation/revocationpane.h"

class QLabel;
class QPushButton;

namespace Gatehouse {

/// Says what a revocation of tokens or codes would end and asks for it, where all there is is a desk. Escape is Cancel.
class RevocationPanel final : public RevocationPane
{
    Q_OBJECT

public:
    using Subject = RevocationSubject;

    RevocationPanel(RevocationDesk &desk, Subject subject, QWidget *parent = nullptr);

    void ask(const RevocationPick &pick, const QString &name) override;
    QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showWaiting(qint64 chosen);
    void showPlan(const RevocationPlan &plan);
    void showProblem(const QString &sentence);
    void carryOut();
    QString endedText(qint64 ended) const;
    void retranslate();
    QString chosenText(const RevocationPlan &plan) const;
    QString followingText(const RevocationPlan &plan) const;
    QString namesText(const RevocationPlan &plan) const;

    RevocationDesk &m_desk;
    Subject m_subject;
    QList<Id> m_ids;
    RevocationPlan m_plan;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace Gatehouse
