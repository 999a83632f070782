#pragma once

#include "ui/pages/storedpage.h"

namespace Gatehouse {

class LiveTables;

/// The people of a Rails application, to be looked at.
class RailsUsersPage : public StoredPage
{
    Q_OBJECT

public:
    RailsUsersPage(const WindowContext &context, LiveTables &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("users"); }
    QString title() const override { return tr("Users"); }

protected:
    void retranslate() override;
    QString titleOfMany(qsizetype rows) const override;

private:
    void showTokens(Id id);

    QAction *m_tokens;
};

} // namespace Gatehouse
