#pragma once

#include "ui/pages/storedpage.h"

namespace Gatehouse {

class LiveTables;

/// The clients of a Rails application, to be looked at.
class RailsApplicationsPage : public StoredPage
{
    Q_OBJECT

public:
    RailsApplicationsPage(const WindowContext &context, LiveTables &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("applications"); }
    QString title() const override { return tr("Applications"); }

protected:
    void retranslate() override;
    QString titleOfMany(qsizetype rows) const override;

private:
    void showTokens(Id id);
    void copyClientId(Id id);
    QString clientIdOf(Id id) const;

    LiveTables &m_live;
    QAction *m_tokens;
    QAction *m_copy;
};

} // namespace Gatehouse
