#pragma once

#include "models/store/readpool.h"
#include "models/upkeep/upkeep.h"
#include "ui/console.h"

#include <QGroupBox>

#include <optional>

class QFormLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace Gatehouse {

/// How long the database keeps what is over: the schedule of the purge, how many tokens would go now, and the button that
/// removes them, with progress and Cancel. What is set applies at once.
class PurgeBox : public QGroupBox
{
    Q_OBJECT

public:
    PurgeBox(const Console &console, QWidget *parent);

Q_SIGNALS:
    /// Something could not be done.
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QSpinBox *addNumber(QFormLayout &form, const QString &label, const QString &name, int most);
    void load();
    void keep();
    void count();
    void showCount(qint64 tokens);
    void askFirst();
    void begin();
    void showState(const PurgeState &state);
    void showOutcome(const PurgeOutcome &outcome);
    void setRunning(bool isRunning);

    const Console m_console;
    ReadPool m_readers;
    Retention m_retention;
    std::optional<qint64> m_removable; ///< tokens, once they are counted
    QSpinBox *m_hours;
    QSpinBox *m_endedDays;
    QSpinBox *m_eventDays;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_purge;
    QPushButton *m_cancel;
};

} // namespace Gatehouse
