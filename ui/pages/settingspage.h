#pragma once

#include "models/records/policy.h"
#include "models/records/types.h"
#include "models/result.h"
#include "server/serversettings.h"
#include "ui/console.h"
#include "ui/page.h"
#include "ui/theme.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QSpinBox;
class QVBoxLayout;

namespace Gatehouse {

class EncryptionFields;
class InlineMessage;
class PolicyEditor;
class PurgeBox;

/// Address and port of the server, the policy of a domain, the appearance. Everything applies at once; where the
/// server must be restarted for it, the page says so with a button.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const Console &console, QWidget *parent = nullptr);

    QString key() const override { return QStringLiteral("settings"); }
    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("settings"); }
    QWidget *mainPane() override;
    void restoreState(const UiState &state) override;
    /// Brings what keeps the database small to the front.
    void showGrowth();
    /// Whose policy is shown. `name`: empty where there is one domain only.
    void setDomain(Id domain, const QString &name);

Q_SIGNALS:
    void appearanceChosen(Gatehouse::Appearance appearance);

protected:
    void retranslate() override;

private:
    void build();
    void addServer(QVBoxLayout &column);
    void addGrowth(QVBoxLayout &column);
    void addAppearance(QVBoxLayout &column);
    void addPolicy(QVBoxLayout &column);
    void showServer();
    void applyServer();
    void keepServer(const ServerSettings &settings);
    void restartServer();
    void showPolicyTitle();
    void loadPolicy();
    void storePolicy(const Policy &policy);

    const Console m_console;
    InlineMessage *m_message;
    QScrollArea *m_scroll;
    QLineEdit *m_address = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_issuer = nullptr;
    EncryptionFields *m_encryption = nullptr;
    QComboBox *m_appearance = nullptr;
    PurgeBox *m_growth = nullptr;
    PolicyEditor *m_policy = nullptr;
    QLabel *m_policyTitle = nullptr;
    Id m_domain;
    QString m_domainName;
    Appearance m_chosenAppearance = Appearance::System;
};

} // namespace Gatehouse
