#pragma once

#include "models/result.h"
#include "ui/pages/tablepage.h"
#include "ui/revocation/revocationpanel.h"

#include <QSet>

namespace Gatehouse {

class KeysetTableModel;

/// A table of tokens or codes: filter, and Revoke with a preview of what ends.
class RevocablePage : public TablePage
{
    Q_OBJECT

public:
    QList<QAction *> itemActions() const override;
    QString filterText() const override { return m_filter; }
    void setFilterText(const QString &text) override;
    void saveState(UiState &state) const override;
    void restoreState(const UiState &state) override;

protected:
    RevocablePage(const WindowContext &context, KeysetTableModel &model, RevocationDesk &desk,
                  RevocationSubject subject, const QString &iconName, QWidget *parent);

    void retranslate() override;
    bool isEmpty() const override;
    void selectionShifted() override;
    virtual QString endedText(qint64 ended) const = 0;
    /// A column and its width in characters.
    struct Column
    {
        int index;
        int width;
    };
    /// Without those that are `left` out.
    void showColumns(const QList<Column> &columns, const QSet<int> &left);

private:
    void askForRevocation();
    void carryOut();
    void showRevocation(const Result<qint64> &ended);
    void tellCapped(bool capped);
    void leavePanel();
    void tellHits();

    KeysetTableModel &m_model;
    RevocationDesk &m_desk;
    RevocationSubject m_subject;
    RevocationPanel *m_panel;
    QAction *m_revoke;
    QList<Id> m_chosen;
    QString m_filter;
};

} // namespace Gatehouse
