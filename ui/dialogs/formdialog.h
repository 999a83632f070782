#pragma once

#include <QDialog>

class QDialogButtonBox;
class QFormLayout;

namespace Gatehouse {

class InlineMessage;

/// A form that is sent off and stays open until what it asked for was done. Shown with open(), never waits.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    /// Ends the wait: says why it could not be done and lets the person mend it.
    void showProblem(const QString &sentence);
    QString problem() const;
    /// Ends the wait: it was done.
    void finish();

Q_SIGNALS:
    /// Everything that can be checked here is right. Answered by finish() or showProblem().
    void submitted();

public Q_SLOTS:
    void accept() override;
    /// Not while waiting: what is on its way would come back to nobody.
    void reject() override;

protected:
    FormDialog(const QString &title, const QString &verb, QWidget *parent);

    QFormLayout &form() { return *m_form; }
    /// What is wrong with the input, as a sentence; empty: nothing.
    virtual QString check() const = 0;

private:
    QFormLayout *m_form;
    InlineMessage *m_message;
    QDialogButtonBox *m_buttons;
    bool m_waiting = false;
};

} // namespace Gatehouse
