#pragma once

#include "models/revocation/revocationdesk.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Gatehouse {

/// Says what a revocation would end and asks for it, in place of the detail pane. Escape is Cancel.
class RevocationPanel : public QWidget
{
    Q_OBJECT

public:
    using Subject = RevocationSubject;

    explicit RevocationPanel(Subject subject, QWidget *parent = nullptr);

    /// The plan is being made: nothing can be confirmed yet.
    void showWaiting(qint64 chosen);
    void showPlan(const RevocationPlan &plan);
    void showProblem(const QString &sentence);
    QString sentence() const;

Q_SIGNALS:
    void confirmed();
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QString chosenText(const RevocationPlan &plan) const;
    QString followingText(const RevocationPlan &plan) const;
    QString namesText(const RevocationPlan &plan) const;

    Subject m_subject;
    RevocationPlan m_plan;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace Gatehouse
