#pragma once

#include <QLineEdit>
#include <QTimer>

class QLabel;

namespace Gatehouse {

/// The filter of the page in front. Tells what is typed after a pause of 150 ms; Escape clears, then leaves.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr int Pause = 150; ///< milliseconds

    explicit FilterEdit(QWidget *parent = nullptr);

    /// Puts the text of another page there without telling.
    void showText(const QString &text);
    /// Empty: the filter is in force. Else why it is not; the sentence is shown as tooltip and to screen readers.
    void showError(const QString &sentence);
    void showHits(qint64 shown, qint64 total);
    bool hasError() const { return !m_error.isEmpty(); }

Q_SIGNALS:
    void filterTyped(const QString &text);
    /// Down or Return, or Escape in an empty field: on to the table.
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void announce();
    void retranslate();
    void placeHits();

    QTimer m_pause;
    QString m_error;
    QLabel *m_hits;
    QAction *m_icon;
};

} // namespace Gatehouse
