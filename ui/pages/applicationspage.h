#pragma once

#include "models/records/application.h"
#include "ui/pages/storedpage.h"

namespace Gatehouse {

class ApplicationDialog;
class LiveData;

/// The registered clients.
class ApplicationsPage : public StoredPage
{
    Q_OBJECT

public:
    ApplicationsPage(const Console &console, LiveData &live, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("applications"); }
    QString title() const override { return tr("Applications"); }

protected:
    void retranslate() override;
    QString titleOfMany(qsizetype rows) const override;
    QString deletionVerb() const override;
    void selectionShifted() override;

private:
    void createApplication();
    void edit(Id id);
    void rotateSecret(Id id);
    void showTokens(Id id);
    void copyClientId(Id id);

    void openDialog(const Application &application);
    void store(ApplicationDialog *dialog);
    void finish(ApplicationDialog *dialog, const QString &secret, const Result<Id> &done);
    void confirmRotation(const Application &application);
    void giveSecret(const Application &application);
    void showSecret(const Application &application, const QString &secret);
    QString clientIdOf(Id id) const;

    Store &m_store;
    LiveData &m_live;
    QAction *m_new;
    QAction *m_rotate;
    QAction *m_tokens;
    QAction *m_copy;
};

} // namespace Gatehouse
