#pragma once

#include <QAbstractButton>

namespace Gatehouse {

/// A number with its name; pressing it opens what was counted.
class CountTile : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CountTile(QWidget *parent = nullptr);

    void setName(const QString &name);
    void setCount(qint64 count);
    qint64 count() const { return m_count; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont largeFont() const;
    void describe();

    QString m_name;
    qint64 m_count = 0;
};

} // namespace Gatehouse
