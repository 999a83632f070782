#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace Gatehouse {

/// What stands where a table would be empty: what is missing, why, and one thing to do about it.
class Placeholder : public QWidget
{
    Q_OBJECT

public:
    explicit Placeholder(const QString &iconName, QWidget *parent = nullptr);

    void setText(const QString &title, const QString &explanation);
    /// Null: nothing to do.
    void setAction(QAction *action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_explanation;
    QToolButton *m_button;
};

} // namespace Gatehouse
