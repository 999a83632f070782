#include "ui/pages/settingspage.h"

#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "server/servercontroller.h"
#include "ui/audited.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/issuerrule.h"
#include "ui/rememberedserver.h"
#include "ui/uistate.h"
#include "ui/upkeep/purgebox.h"
#include "ui/widgets/encryptionfields.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/policyeditor.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Gatehouse {

SettingsPage::SettingsPage(const Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_message(new InlineMessage(this))
    , m_scroll(new QScrollArea(this))
    , m_domain(DomainStore::DefaultId)
{
    setObjectName(QStringLiteral("settingsPage"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_message);
    column->addWidget(m_scroll, 1);
    connect(&m_console.server, &ServerController::stateChanged, this, &SettingsPage::showServer);
    connect(&m_console.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (!changes[Table::Domains].isEmpty())
            loadPolicy();
    });
    SettingsPage::retranslate();
    loadPolicy();
}

QWidget *SettingsPage::mainPane()
{
    return m_address;
}

void SettingsPage::restoreState(const UiState &state)
{
    m_chosenAppearance = state.appearance();
    m_appearance->setCurrentIndex(m_appearance->findData(int(m_chosenAppearance)));
}

void SettingsPage::setDomain(Id domain, const QString &name)
{
    const bool isOther = domain != m_domain || name != m_domainName;
    m_domain = domain;
    m_domainName = name;
    showPolicyTitle();
    if (isOther)
        loadPolicy();
}

void SettingsPage::retranslate()
{
    const Policy policy = m_policy ? m_policy->policy() : Policy();
    build();
    m_policy->setPolicy(policy);
    showServer();
}

void SettingsPage::build()
{
    auto *content = new QWidget;
    content->setMaximumWidth(fontMetrics().averageCharWidth() * 130);
    auto *column = new QVBoxLayout(content);
    addServer(*column);
    addGrowth(*column);
    addAppearance(*column);
    addPolicy(*column);
    column->addStretch();
    m_scroll->setWidget(content);
    m_scroll->setAccessibleName(title());
}

void SettingsPage::addServer(QVBoxLayout &column)
{
    auto *box = new QGroupBox(tr("Server"));
    auto *form = new QFormLayout(box);
    m_address = new QLineEdit(box);
    m_port = new QSpinBox(box);
    m_issuer = new QLineEdit(box);
    m_address->setObjectName(QStringLiteral("address"));
    m_port->setObjectName(QStringLiteral("port"));
    m_issuer->setObjectName(QStringLiteral("issuer"));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("Any free port"));
    m_address->setLayoutDirection(Qt::LeftToRight);
    m_issuer->setLayoutDirection(Qt::LeftToRight);
    form->addRow(tr("&Address:"), m_address);
    form->addRow(tr("P&ort:"), m_port);
    m_encryption = new EncryptionFields(box);
    auto *encryptionLabel = new QLabel(tr("Encr&yption:"), box);
    encryptionLabel->setBuddy(m_encryption->first());
    form->addRow(encryptionLabel, m_encryption);
    form->addRow(tr("&Issuer:"), m_issuer);
    form->addRow({}, new QLabel(tr("An empty issuer is the address the server listens at."), box));
    auto *apply = new QPushButton(tr("App&ly"), box);
    apply->setObjectName(QStringLiteral("applyServer"));
    apply->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    form->addRow({}, apply);
    connect(apply, &QPushButton::clicked, this, &SettingsPage::applyServer);
    for (QLineEdit *field : {m_address, m_issuer})
        connect(field, &QLineEdit::returnPressed, this, &SettingsPage::applyServer);
    column.addWidget(box);
}

void SettingsPage::addGrowth(QVBoxLayout &column)
{
    m_growth = new PurgeBox(m_console, this);
    connect(m_growth, &PurgeBox::failed, this,
            [this](const QString &sentence) { m_message->post(InlineMessage::Kind::Error, sentence); });
    column.addWidget(m_growth);
}

void SettingsPage::showGrowth()
{
    m_scroll->ensureWidgetVisible(m_growth);
    m_growth->setFocus();
}

void SettingsPage::addAppearance(QVBoxLayout &column)
{
    auto *box = new QGroupBox(tr("Appearance"));
    auto *form = new QFormLayout(box);
    m_appearance = new QComboBox(box);
    m_appearance->setObjectName(QStringLiteral("appearance"));
    m_appearance->addItem(tr("As the system"), int(Appearance::System));
    m_appearance->addItem(tr("Light"), int(Appearance::Light));
    m_appearance->addItem(tr("Dark"), int(Appearance::Dark));
    m_appearance->setCurrentIndex(m_appearance->findData(int(m_chosenAppearance)));
    form->addRow(tr("&Theme:"), m_appearance);
    connect(m_appearance, &QComboBox::activated, this, [this] {
        m_chosenAppearance = Appearance(m_appearance->currentData().toInt());
        Q_EMIT appearanceChosen(m_chosenAppearance);
    });
    column.addWidget(box);
}

void SettingsPage::addPolicy(QVBoxLayout &column)
{
    m_policy = new PolicyEditor;
    connect(m_policy, &PolicyEditor::policyEdited, this, &SettingsPage::storePolicy);
    m_policyTitle = new QLabel;
    QFont bold = m_policyTitle->font();
    bold.setBold(true);
    m_policyTitle->setFont(bold);
    m_policyTitle->setTextFormat(Qt::PlainText);
    column.addWidget(m_policyTitle);
    column.addWidget(m_policy);
    showPolicyTitle();
}

void SettingsPage::showPolicyTitle()
{
    m_policyTitle->setText(m_domainName.isEmpty() ? tr("Policy") : tr("Policy of %1").arg(m_domainName));
}

void SettingsPage::showServer()
{
    const ServerSettings &settings = m_console.server.settings();
    m_address->setText(settings.address.toString());
    m_port->setValue(settings.port);
    m_issuer->setText(settings.issuer);
    m_encryption->setSettings(settings.tls);
    m_issuer->setPlaceholderText(m_console.server.issuer());
}

void SettingsPage::applyServer()
{
    ServerSettings settings = m_console.server.settings();
    const QString issuer = m_issuer->text().trimmed();
    if (!settings.address.setAddress(m_address->text().trimmed()))
        return m_message->post(InlineMessage::Kind::Error, tr("“%1” is not an IP address.").arg(m_address->text()));
    if (!issuer.isEmpty() && !isIssuer(issuer))
        return m_message->post(InlineMessage::Kind::Error,
                               tr("The issuer must be an http or https address without query and fragment."));
    settings.port = quint16(m_port->value());
    settings.issuer = issuer;
    settings.tls = m_encryption->settings();
    if (const auto usable = ServerController::check(settings); !usable)
        return m_message->post(InlineMessage::Kind::Error, usable.error().message);
    if (settings.address.isLoopback())
        return keepServer(settings);
    auto *dialog = new ConfirmDialog(
        tr("Listen on %1?").arg(settings.address.toString()),
        settings.tls.isOn()
            ? tr("Everybody who can reach this computer can then reach the server.")
            : tr("Everybody who can reach this computer can then reach the server. The connection is not encrypted."),
        tr("&Listen There"), [this, settings] { keepServer(settings); }, window());
    dialog->open();
}

void SettingsPage::keepServer(const ServerSettings &settings)
{
    m_console.server.setSettings(settings);
    m_console.store.run([settings](Store &store) { return rememberServer(store, settings); }, this,
                        [this](const Result<void> &done) {
                            if (!done)
                                m_message->post(InlineMessage::Kind::Error, done.error().message);
                        });
    if (m_console.server.state() == ServerController::State::Running)
        m_message->post(InlineMessage::Kind::Info, tr("The server uses this after a restart."),
                        {{tr("&Restart Server"), [this] { restartServer(); }}});
}

void SettingsPage::restartServer()
{
    auto *wait = new QObject(this);
    connect(&m_console.server, &ServerController::stateChanged, wait, [this, wait](ServerController::State state) {
        if (state != ServerController::State::Stopped)
            return;
        wait->deleteLater();
        m_console.server.start();
    });
    m_console.server.stop();
}

void SettingsPage::loadPolicy()
{
    m_console.store.run([domain = m_domain](Store &store) { return store.domains().find(domain); }, this,
                        [this](const Result<std::optional<IdentityDomain>> &domain) {
                            if (domain && *domain && (*domain)->id == m_domain)
                                m_policy->setPolicy((*domain)->policy);
                            else if (!domain)
                                m_message->post(InlineMessage::Kind::Error, domain.error().message);
                        });
}

void SettingsPage::storePolicy(const Policy &policy)
{
    m_console.store.run(
        [policy, domain = m_domain](Store &store) {
            return audited(store, QStringLiteral("domain"), QStringLiteral("policy_changed"),
                           [&] { return withId(store.domains().setPolicy(domain, policy), domain); });
        },
        this,
        [this](const Result<Id> &done) {
            if (done)
                return m_message->post(InlineMessage::Kind::Success, tr("The policy is in force."));
            m_message->post(InlineMessage::Kind::Error, done.error().message);
            loadPolicy();
        });
}

} // namespace Gatehouse
