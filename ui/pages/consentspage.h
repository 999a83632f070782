#pragma once

#include "ui/pages/revocablepage.h"

namespace Gatehouse {

class LiveData;

/// What users allowed applications, and the tokens that live under it.
class ConsentsPage : public RevocablePage
{
    Q_OBJECT

public:
    ConsentsPage(const WindowContext &context, LiveData &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("consents"); }
    QString title() const override { return tr("Consents"); }
    QList<QAction *> itemActions() const override;

protected:
    void retranslate() override;
    QList<DetailField> fieldsOf(int row) const override;
    QString titleOf(int row) const override;
    QString titleOfMany(qsizetype rows) const override;
    void selectionShifted() override;

private:
    /// What can be done with one consent beside withdrawing it.
    QList<QAction *> consentActions() const;
    QString textAt(int row, int column) const;

    LiveData &m_live;
    QAction *m_showTokens;
    QAction *m_showUser;
    QAction *m_showApplication;
};

} // namespace Gatehouse
