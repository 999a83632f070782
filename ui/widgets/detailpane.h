#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QTabBar;
class QTextBrowser;

namespace Gatehouse {

/// One line of a detail pane.
struct DetailField
{
    QString label;
    QString value; ///< an empty one is not shown
    bool isCode = false; ///< identifiers, addresses: monospace, left to right

    friend bool operator==(const DetailField &, const DetailField &) = default;
};

/// What is known of the selection, to be read and copied, and what can be done with it.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPane(QWidget *parent = nullptr);

    /// Repeating what is shown changes nothing, so that a selection of text survives.
    void showFields(const QString &title, const QList<DetailField> &fields);
    /// No fields, a sentence.
    void showSentence(const QString &sentence);
    void setActions(const QList<QAction *> &actions);
    /// Another look at the selection, on a tab beside the fields.
    void addView(QWidget *view);
    void setViewName(QWidget *view, const QString &name);
    void showView(QWidget *view);
    QString title() const;
    QList<DetailField> fields() const { return m_fields; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();
    void retranslate();
    void chooseView(int index);
    QString htmlOf(const DetailField &field) const;

    QList<DetailField> m_fields;
    QLabel *m_title;
    QTabBar *m_tabs; ///< hidden while there is one view
    QStackedWidget *m_views;
    QTextBrowser *m_text;
    QHBoxLayout *m_actions;
};

} // namespace Gatehouse
