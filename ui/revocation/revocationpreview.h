#pragma once

#include "models/revocation/revocationchoices.h"
#include "models/revocation/revocationservice.h"
#include "models/revocation/revocationsurvey.h"
#include "models/store/readpool.h"
#include "ui/revocation/revocationpane.h"

#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Gatehouse {

class ChangeSet;
class Clock;
class RevocationQuestion;
class RevocationTree;
class RevocationWork;
class Store;

/// Shows what a revocation ends before it is done, as a tree with live counts, lets the person choose how far it goes and say
/// why, does it, and proves it afterwards. Escape is Cancel.
class RevocationPreview final : public RevocationPane
{
    Q_OBJECT

public:
    RevocationPreview(Store &store, const Clock &clock, QWidget *parent = nullptr);

    void ask(const RevocationPick &pick, const QString &name) override;
    QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Stage { Looking, Asking, Working, Done };

    void build();
    void connectParts();
    void retranslate();
    void enter(Stage stage);
    void showChoices(const Result<QList<RevocationChoice>> &choices);
    void surveyAll();
    void showSurvey(int index, const Result<RevocationSurvey> &survey);
    void choose(int index);
    void showChoice();
    void carryOut();
    void showDone(const RevocationService::Done &done);
    void prove();
    void say(const QString &sentence);
    void giveUp();
    void applyChanges(const ChangeSet &changes);
    bool mayRevoke() const;

    Store &m_store;
    const Clock &m_clock;
    ReadPool m_reads;
    RevocationWork *m_work;
    RevocationPick m_pick;
    QString m_name;
    QList<RevocationChoice> m_choices;
    QList<RevocationSurvey> m_surveys; ///< of each choice
    QList<bool> m_surveyed;
    int m_chosen = -1;
    int m_round = 0; ///< of ask(): late answers to earlier ones are left
    Stage m_stage = Stage::Looking;
    Id m_event = 0;
    RevocationCounts m_ended;
    QTimer m_settle; ///< one look at the database after many changes

    QLabel *m_title;
    RevocationQuestion *m_question;
    RevocationTree *m_tree;
    QLabel *m_sentence; ///< what happens, or went wrong
    QLabel *m_ends; ///< what the chosen way ends
    QProgressBar *m_progress;
    QPushButton *m_revoke;
    QPushButton *m_proof;
    QPushButton *m_showEvent;
    QPushButton *m_close;
};

} // namespace Gatehouse
