#include "ui/dialogs/applicationdialog.h"

#include "models/registration/applicationrules.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace Gatehouse {

ApplicationDialog::ApplicationDialog(const Application &application, QWidget *parent)
    : FormDialog(application.id ? tr("Edit Application") : tr("New Application"),
                 application.id ? tr("&Save") : tr("Create &Application"), parent)
    , m_application(application)
    , m_name(new QLineEdit(this))
    , m_uid(new QLineEdit(this))
    , m_type(new QComboBox(this))
    , m_redirectUris(new QPlainTextEdit(this))
    , m_scopes(new QLineEdit(this))
    , m_trusted(new QCheckBox(tr("&Trusted: consent is not asked"), this))
    , m_superClient(new QCheckBox(tr("S&uper client: may list and revoke what users gave other applications"), this))
    , m_enabled(new QCheckBox(tr("Ena&bled"), this))
{
    setObjectName(QStringLiteral("applicationDialog"));
    m_name->setObjectName(QStringLiteral("name"));
    m_uid->setObjectName(QStringLiteral("uid"));
    m_type->setObjectName(QStringLiteral("type"));
    m_redirectUris->setObjectName(QStringLiteral("redirectUris"));
    m_scopes->setObjectName(QStringLiteral("scopes"));
    m_trusted->setObjectName(QStringLiteral("trusted"));
    m_superClient->setObjectName(QStringLiteral("superClient"));
    m_enabled->setObjectName(QStringLiteral("enabled"));
    addFields();
    showApplication(application);
    connect(m_type, &QComboBox::currentIndexChanged, this, &ApplicationDialog::updateRights);
    updateRights();
    resize(fontMetrics().averageCharWidth() * 80, sizeHint().height());
}

Application ApplicationDialog::application() const
{
    Application application = m_application;
    application.name = m_name->text().trimmed();
    application.uid = m_uid->text().trimmed();
    application.confidential = m_type->currentData().toBool();
    QStringList uris;
    for (const QString &line : m_redirectUris->toPlainText().split(QLatin1Char('\n')))
        uris.append(line.trimmed());
    uris.removeAll(QString());
    application.redirectUri = uris.join(QLatin1Char('\n'));
    application.scopes = m_scopes->text().simplified();
    application.grantTypes = chosenGrantTypes();
    application.trusted = application.confidential && m_trusted->isChecked();
    application.superClient = application.confidential && m_superClient->isChecked();
    application.enabled = m_enabled->isChecked();
    return application;
}

QString ApplicationDialog::check() const
{
    const QList<ApplicationRules::Problem> problems = ApplicationRules().problemsOf(application());
    return problems.isEmpty() ? QString() : ApplicationRules::sentence(problems.constFirst());
}

void ApplicationDialog::addFields()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_uid->setFont(fixed);
    m_uid->setReadOnly(m_application.id != 0);
    m_redirectUris->setFont(fixed);
    m_redirectUris->setTabChangesFocus(true);
    m_redirectUris->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_redirectUris->setFixedHeight(fontMetrics().lineSpacing() * 5);
    m_redirectUris->setPlaceholderText(QStringLiteral("https://client.example/callback"));
    for (QWidget *field :
         {static_cast<QWidget *>(m_uid), static_cast<QWidget *>(m_redirectUris), static_cast<QWidget *>(m_scopes)})
        field->setLayoutDirection(Qt::LeftToRight);
    m_type->addItem(tr("Confidential: it can keep a secret"), true);
    m_type->addItem(tr("Public: an app or a page on somebody's device"), false);
    m_scopes->setPlaceholderText(tr("What the policy allows"));
    form().addRow(tr("&Name:"), m_name);
    form().addRow(tr("Client &ID:"), m_uid);
    form().addRow(tr("T&ype:"), m_type);
    form().addRow(tr("&Redirect URIs:"), m_redirectUris);
    form().addRow({}, new QLabel(tr("One on each line, compared exactly."), this));
    form().addRow(tr("&Scopes:"), m_scopes);
    addGrantTypes();
    form().addRow({}, m_trusted);
    form().addRow({}, m_superClient);
    form().addRow({}, m_enabled);
}

void ApplicationDialog::addGrantTypes()
{
    const QStringList types {QStringLiteral("authorization_code"), QStringLiteral("client_credentials"),
                             QStringLiteral("refresh_token"), QStringLiteral("password")};
    form().addRow(tr("Grant types:"), new QLabel(tr("None ticked: what the policy allows."), this));
    for (const QString &type : types) {
        auto *box = new QCheckBox(type, this);
        box->setObjectName(type);
        m_grantTypes.insert(type, box);
        form().addRow({}, box);
    }
}

void ApplicationDialog::showApplication(const Application &application)
{
    m_name->setText(application.name);
    m_uid->setText(application.uid);
    m_uid->setCursorPosition(0);
    m_type->setCurrentIndex(application.confidential ? 0 : 1);
    m_redirectUris->setPlainText(application.redirectUri);
    m_scopes->setText(application.scopes);
    const QStringList types = application.grantTypes.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (auto box = m_grantTypes.begin(); box != m_grantTypes.end(); ++box)
        box.value()->setChecked(types.contains(box.key()));
    m_trusted->setChecked(application.trusted);
    m_superClient->setChecked(application.superClient);
    m_enabled->setChecked(application.enabled);
}

void ApplicationDialog::updateRights()
{
    for (QCheckBox *right : {m_trusted, m_superClient})
        right->setEnabled(m_type->currentData().toBool());
}

QString ApplicationDialog::chosenGrantTypes() const
{
    // Types this dialog does not know are kept as they are.
    QStringList types = m_application.grantTypes.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (auto box = m_grantTypes.begin(); box != m_grantTypes.end(); ++box) {
        types.removeAll(box.key());
        if (box.value()->isChecked())
            types.append(box.key());
    }
    return types.join(QLatin1Char(' '));
}

} // namespace Gatehouse
