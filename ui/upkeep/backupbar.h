#pragma once

#include "models/upkeep/backupwork.h"
#include "ui/console.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Gatehouse {

class InlineMessage;

/// Backs the database up into a file that the person chooses, or puts the content of such a file in its place; shows how far
/// that has come, cancels it, and tells its end.
class BackupBar : public QWidget
{
    Q_OBJECT

public:
    BackupBar(const Console &console, QWidget *parent);

    /// Asks for the file, then starts. While one is running it does nothing.
    void askWhere();
    void start(const QString &file);
    /// Asks for the backup and whether it is meant, then restores. While one is running it does nothing.
    void askWhich();
    void restore(const QString &file);

Q_SIGNALS:
    /// The database holds what the backup held.
    void restored();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void confirm(const QString &file);
    void begin(const QString &file, const QString &kept);
    QString success() const;
    void applyRules();
    void tell(const Result<bool> &outcome);

    const Console m_console;
    const DatabaseUrl m_database;
    BackupWork m_work;
    QString m_file;
    QString m_kept; ///< where a restore puts what was there; empty: it is a backup
    InlineMessage *m_message;
    QWidget *m_row;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace Gatehouse
