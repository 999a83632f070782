#pragma once

#include <QListWidget>

namespace Gatehouse {

/// The pages of the window, with how many of each there are.
class NavigationList : public QListWidget
{
    Q_OBJECT

public:
    explicit NavigationList(QWidget *parent = nullptr);

    void addPage(const QString &key, const QString &iconName);
    void setTitle(const QString &key, const QString &title);
    void setCount(const QString &key, qint64 count);
    /// Marks the page without telling.
    void showPage(const QString &key);
    QSize sizeHint() const override;

Q_SIGNALS:
    void pageChosen(const QString &key);

protected:
    void changeEvent(QEvent *event) override;

private:
    QListWidgetItem *find(const QString &key) const;
    void describe(QListWidgetItem *item);
};

} // namespace Gatehouse
