#pragma once

#include <QStatusBar>

class QLabel;

namespace Gatehouse {

class StateMark;

/// That no server runs here, and whose database this is.
class RailsStatusBar : public QStatusBar
{
    Q_OBJECT

public:
    explicit RailsStatusBar(const QString &path, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_path;
    StateMark *m_mark;
    QLabel *m_word;
    QLabel *m_database;
};

} // namespace Gatehouse
