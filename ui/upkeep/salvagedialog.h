#pragma once

#include "models/upkeep/salvagework.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace Gatehouse {

class Clock;
class InlineMessage;

/// Says what can still be read of a database, and saves that in a new one. Opened for a file that the program could not
/// open, or to look through one that is in use. Reads alone.
class SalvageDialog : public QDialog
{
    Q_OBJECT

public:
    /// `reason`: why the database could not be opened; empty: it is in use.
    SalvageDialog(const DatabaseUrl &database, const QString &reason, const Clock &clock, QWidget *parent = nullptr);

    /// Saves what can be read, without asking where.
    void saveTo(const QString &file);
    /// The saved database, when the person has chosen to open it.
    QString chosen() const { return m_chosen; }

private:
    void build();
    void start();
    void askWhere();
    void showProgress(qint64 rows);
    void tell(const Result<SalvageOutcome> &outcome);
    void tellFound(const SalvageOutcome &outcome);
    void tellSaved(const SalvageOutcome &outcome);
    void list(const SalvageOutcome &outcome);
    void setBusy(bool busy);

    const DatabaseUrl m_database;
    const QString m_reason;
    const Clock &m_clock;
    SalvageWork m_work;
    QString m_file; ///< being saved, or saved; empty: it is only looked at
    QString m_chosen;
    InlineMessage *m_message;
    QTreeWidget *m_list;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QPushButton *m_open;
};

} // namespace Gatehouse
