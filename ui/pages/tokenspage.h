#pragma once

#include "ui/pages/revocablepage.h"

namespace Gatehouse {

class LiveData;
struct TokenLookup;

/// Access tokens with the refresh tokens issued beside them, newest first.
class TokensPage : public RevocablePage
{
    Q_OBJECT

public:
    TokensPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("tokens"); }
    QString title() const override { return tr("Tokens"); }

protected:
    void retranslate() override;
    QString titleOf(int row) const override;
    QString titleOfMany(qsizetype rows) const override;
    QString endedText(qint64 ended) const override;
    void selectionShifted() override;

private:
    void lookUp(Id token);
    void showLineage(const TokenLookup &found);

    LiveData &m_live;
};

} // namespace Gatehouse
