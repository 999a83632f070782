#include "ui/widgets/firsttokencard.h"

#include "server/servercontroller.h"
#include "ui/livedata.h"
#include "ui/widgets/codeblock.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gatehouse {

namespace {

/// One word of a POSIX shell.
QString shellWord(QString text)
{
    text.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

} // namespace

FirstTokenCard::FirstTokenCard(const Console &console, LiveData &live, QWidget *parent)
    : Card(parent)
    , m_console(console)
    , m_live(live)
    , m_label(new QLabel(this))
    , m_application(new QComboBox(this))
    , m_new(new QToolButton(this))
    , m_command(new CodeBlock(this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("firstToken"));
    m_application->setObjectName(QStringLiteral("firstTokenApplication"));
    m_application->setMinimumContentsLength(24);
    m_label->setBuddy(m_application);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_new->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addWidget(m_application);
    row->addWidget(m_new);
    row->addStretch();
    content().addLayout(row);
    content().addWidget(m_command);
    content().addWidget(m_note);
    connect(m_application, &QComboBox::currentIndexChanged, this, &FirstTokenCard::showCommand);
    connect(&m_live, &LiveData::secretRemembered, this, &FirstTokenCard::listApplications);
    connect(&m_live.applications(), &StoredTableModel::reloaded, this, &FirstTokenCard::listApplications);
    connect(&m_live.applications(), &QAbstractItemModel::dataChanged, this, &FirstTokenCard::listApplications);
    connect(&m_console.server, &ServerController::stateChanged, this, &FirstTokenCard::showCommand);
    retranslate();
    listApplications();
}

void FirstTokenCard::setNewApplicationAction(QAction *action)
{
    m_new->setDefaultAction(action);
}

QString FirstTokenCard::command() const
{
    return m_command->code();
}

QString FirstTokenCard::commandFor(const QString &issuer, const QString &clientId, const QString &secret,
                                   const QString &authority)
{
    const QString trust
        = authority.isEmpty() ? QString() : QStringLiteral("--cacert %1 \\\n  ").arg(shellWord(authority));
    const QString user = secret.isEmpty() ? clientId : QString(clientId + QLatin1Char(':') + secret);
    return QStringLiteral("curl -u %1 \\\n  -d grant_type=client_credentials \\\n  %2%3")
        .arg(shellWord(user), trust, shellWord(issuer + QStringLiteral("/oauth/token")));
}

void FirstTokenCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void FirstTokenCard::listApplications()
{
    const ApplicationsModel &model = m_live.applications();
    const auto value = [&model](int row, const char *column) {
        return model.index(row, model.fieldIndex(QLatin1String(column))).data(Qt::EditRole);
    };
    const QString chosen = m_application->currentData().toString();
    const QSignalBlocker blocker(m_application);
    m_application->clear();
    int current = -1;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!value(row, "confidential").toBool() || !value(row, "enabled").toBool())
            continue;
        const QString uid = value(row, "uid").toString();
        m_application->addItem(value(row, "name").toString(), uid);
        if (uid == chosen || (chosen.isEmpty() && current < 0 && !m_live.secretOf(uid).isEmpty()))
            current = m_application->count() - 1;
    }
    m_application->setCurrentIndex(qMax(current, 0));
    showCommand();
}

void FirstTokenCard::setIssuer(const QString &issuer)
{
    m_issuer = issuer;
    showCommand();
}

void FirstTokenCard::showCommand()
{
    const QString uid = m_application->currentData().toString();
    const bool any = !uid.isEmpty();
    m_label->setVisible(any);
    m_application->setVisible(any);
    m_command->setVisible(any);
    if (!any) {
        m_note->setText(tr("A confidential application can ask for a token in its own name. There is none yet."));
        return;
    }
    const QString secret = m_live.secretOf(uid);
    const bool isOurs = m_console.server.settings().tls.mode == TlsSettings::Mode::Local;
    m_command->setCode(commandFor(m_issuer.isEmpty() ? m_console.server.issuer() : m_issuer, uid, secret,
                                  isOurs ? ServerController::authorityFile() : QString()),
                       !secret.isEmpty());
    m_note->setText(
        secret.isEmpty()
            ? tr("curl asks for the client secret. Gatehouse keeps only a digest of it; Rotate Secret on the "
                 "Applications page makes a new one.")
            : tr("Paste it into a terminal. The token stands on the Tokens page within a second."));
}

void FirstTokenCard::retranslate()
{
    setTitle(tr("Get Your First Token"));
    m_label->setText(tr("For the &application:"));
    m_command->setName(tr("Command"));
    showCommand();
}

} // namespace Gatehouse
