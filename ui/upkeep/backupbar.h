#pragma once

#include "models/upkeep/backupwork.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Gatehouse {

class InlineMessage;

/// Backs the database up into a file that the person chooses, shows how far that has come, cancels it, and tells its end.
class BackupBar : public QWidget
{
    Q_OBJECT

public:
    BackupBar(const DatabaseUrl &database, QWidget *parent);

    /// Asks for the file, then starts. While one is running it does nothing.
    void askWhere();
    void start(const QString &file);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void tell(const Result<bool> &outcome);

    const DatabaseUrl m_database;
    BackupWork m_work;
    QString m_file;
    InlineMessage *m_message;
    QWidget *m_row;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace Gatehouse
