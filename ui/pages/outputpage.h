#pragma once

#include "models/records/types.h"
#include "ui/page.h"

class QPlainTextEdit;
class QStackedWidget;

namespace Gatehouse {

class InlineMessage;
class LiveData;
class Placeholder;

/// What the server does for each request, as text: see serverOutput(). Follows the newest while its end is in view.
class OutputPage : public Page
{
    Q_OBJECT

public:
    /// Requests printed at once while they come in; of more, the newest. Nobody could read them.
    static constexpr int MostAtOnce = 100;

    explicit OutputPage(LiveData &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("output"); }
    QString title() const override { return tr("Server Output"); }
    QString iconName() const override { return QStringLiteral("output"); }
    QList<QAction *> itemActions() const override { return {m_pause, m_clear, m_save}; }
    QList<QAction *> viewActions() const override { return {m_wrap}; }
    bool hasFilter() const override { return true; }
    QString filterText() const override { return m_filter; }
    void setFilterText(const QString &text) override;
    QWidget *mainPane() override;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void addActions();
    void printNew();
    void printAgain();
    void print(int rows);
    void clear();
    void setPaused(bool paused);
    void askWhereToSave();
    void saveTo(const QString &file);

    LiveData &m_live;
    InlineMessage *m_message;
    QStackedWidget *m_stack;
    Placeholder *m_nothing;
    QPlainTextEdit *m_text;
    QAction *m_pause;
    QAction *m_clear;
    QAction *m_save;
    QAction *m_wrap;
    QString m_filter;
    Id m_printed = 0; ///< the newest exchange that is printed
    Id m_cleared = 0; ///< the newest when the page was cleared
};

} // namespace Gatehouse
