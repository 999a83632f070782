#pragma once

#include "ui/pages/revocablepage.h"

namespace Gatehouse {

class LiveData;

/// Authorization codes, newest first.
class GrantsPage : public RevocablePage
{
    Q_OBJECT

public:
    GrantsPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("grants"); }
    QString title() const override { return tr("Grants"); }

protected:
    void retranslate() override;
    QString titleOf(int row) const override;
    QString titleOfMany(qsizetype rows) const override;
    QString endedText(qint64 ended) const override;

private:
    LiveData &m_live;
};

} // namespace Gatehouse
