#pragma once

#include <QList>
#include <QWidget>

class QAction;

namespace Gatehouse {

class UiState;

/// One page of the window. It brings its own actions; the window shows them in toolbar and menu while the page is in front.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Stable name, for memory and links.
    virtual QString key() const = 0;
    /// As shown in the navigation, translated.
    virtual QString title() const = 0;
    /// File name of its icon.
    virtual QString iconName() const = 0;

    /// What "New" does here; null: nothing.
    virtual QAction *newAction() const { return nullptr; }
    /// What can be done with the selection, in the order of the menu.
    virtual QList<QAction *> itemActions() const { return {}; }
    /// Choices of how the page looks, for the View menu.
    virtual QList<QAction *> viewActions() const { return {}; }

    virtual bool hasFilter() const { return false; }
    virtual QString filterText() const { return {}; }
    /// Shows what matches; filterJudged() follows.
    virtual void setFilterText(const QString &text);

    /// Where Down from the filter field goes.
    virtual QWidget *mainPane() { return this; }
    /// The parts that F6 cycles through.
    virtual QList<QWidget *> panes() { return {mainPane()}; }

    virtual void saveState(UiState &state) const;
    virtual void restoreState(const UiState &state);
    /// Back to how the page looks at first.
    virtual void resetLayout();

Q_SIGNALS:
    /// What became of the filter: `error` is empty when it is in force, else a sentence.
    void filterJudged(const QString &error);
    /// How many rows are shown of how many.
    void hitsChanged(qint64 shown, qint64 total);
    /// The person wants to go there. `filter` is put in the page's filter field.
    void pageRequested(const QString &key, const QString &filter);

protected:
    /// Sets every text; called at the start and when the language changes.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
};

} // namespace Gatehouse
