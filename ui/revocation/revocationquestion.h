#pragma once

#include "models/revocation/revocationchoices.h"
#include "models/revocation/revocationcounts.h"

#include <QWidget>

#include <optional>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace Gatehouse {

/// What a person says before a revocation: how far it goes, why, and for a whole domain its name, typed.
class RevocationQuestion : public QWidget
{
    Q_OBJECT

public:
    explicit RevocationQuestion(QWidget *parent = nullptr);

    /// Starts anew: no choices, empty fields. `confirmation`: what has to be typed; empty: nothing.
    void ask(RevocationPick::Kind kind, const QString &confirmation);
    /// Offers these, with one of them chosen.
    void offer(const QList<RevocationChoice> &choices, int chosen);
    /// What a choice ends, once that is known.
    void setCounts(int choice, const RevocationCounts &counts);

    QString reason() const;
    bool isConfirmed() const;
    /// What Tab goes through, from the last of the choices on.
    QList<QWidget *> fields() const;

Q_SIGNALS:
    void chosen(int choice);
    /// Enter in the reason.
    void submitted();
    void confirmationEdited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void nameChoice(int choice);

    RevocationPick::Kind m_kind = RevocationPick::Kind::Tokens;
    QString m_expected; ///< in the confirmation
    QList<RevocationChoice> m_choices;
    QList<std::optional<RevocationCounts>> m_counts; ///< of each choice
    QVBoxLayout *m_radios;
    QButtonGroup *m_group;
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    QLabel *m_confirmationLabel;
    QLineEdit *m_confirmation;
};

} // namespace Gatehouse
