#pragma once

#include "ui/pages/storedpage.h"

namespace Gatehouse {

/// A table of people, with the way to their tokens: what the pages of the own users and of a Rails application's share.
class PeoplePage : public StoredPage
{
    Q_OBJECT

public:
    QString key() const override { return QStringLiteral("users"); }
    QString title() const override { return tr("Users"); }

protected:
    PeoplePage(const WindowContext &context, StoredTableModel &model, QWidget *parent);

    void retranslate() override;
    QString titleOfMany(qsizetype rows) const override;
    void makeTokensAction();

private:
    void showTokens(Id id);

    QAction *m_tokens = nullptr;
};

} // namespace Gatehouse
