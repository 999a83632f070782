#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace Gatehouse {

/// A titled part of a page on a ground of its own.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Where the content goes.
    QVBoxLayout &content() { return *m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QVBoxLayout *m_content;
};

} // namespace Gatehouse
