#pragma once

#include "ui/pages/revocablepage.h"

namespace Gatehouse {

class LiveTables;

/// Authorization codes, newest first.
class GrantsPage : public RevocablePage
{
    Q_OBJECT

public:
    /// `left` are columns of GrantsModel that the database cannot fill.
    GrantsPage(const WindowContext &context, LiveTables &live, QWidget *parent = nullptr, const QSet<int> &left = {});

    QString key() const override { return QStringLiteral("grants"); }
    QString title() const override { return tr("Grants"); }

protected:
    void retranslate() override;
    QString titleOf(int row) const override;
    QString titleOfMany(qsizetype rows) const override;

private:
    LiveTables &m_live;
};

} // namespace Gatehouse
