#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace Gatehouse {

/// A sentence at the top of what it is about, with an icon and what can be done. Success goes after six seconds.
class InlineMessage : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Success, Warning, Error };
    struct Action
    {
        QString text; ///< a verb
        std::function<void()> run;
    };

    explicit InlineMessage(QWidget *parent = nullptr);

    /// Shows this in place of what was shown. The message closes itself before an action runs.
    void post(Kind kind, const QString &sentence, const QList<Action> &actions = {});
    void clear();
    QString sentence() const;
    Kind kind() const { return m_kind; }
    /// A standing message has no close button.
    void setStanding(bool standing);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setActions(const QList<Action> &actions);
    void showIcon();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
    QTimer m_expiry;
};

} // namespace Gatehouse
