#include "ui/widgets/servernotices.h"

#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "server/servercontroller.h"
#include "ui/dialogs/portdialog.h"
#include "ui/rememberedserver.h"
#include "ui/widgets/inlinemessage.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Gatehouse {

ServerNotices::ServerNotices(const Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_problem(new InlineMessage(this))
    , m_exposure(new InlineMessage(this))
    , m_openPages(new InlineMessage(this))
{
    m_problem->setObjectName(QStringLiteral("serverProblem"));
    m_exposure->setObjectName(QStringLiteral("serverExposure"));
    m_exposure->setStanding(true);
    m_openPages->setObjectName(QStringLiteral("openPages"));
    m_openPages->setStanding(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_exposure);
    column->addWidget(m_openPages);
    column->addWidget(m_problem);
    connect(&m_console.server, &ServerController::stateChanged, this, &ServerNotices::showState);
    connect(&m_console.store, &Store::changed, this, [this](const ChangeSet &changes) {
        if (!changes[Table::Domains].isEmpty())
            loadPolicy();
    });
    showState();
    loadPolicy();
}

void ServerNotices::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showState();
    QWidget::changeEvent(event);
}

void ServerNotices::showState()
{
    showProblem();
    showExposure();
    showOpenPages();
}

void ServerNotices::showProblem()
{
    if (m_console.server.state() != ServerController::State::Failed)
        return m_problem->clear();
    const Error error = m_console.server.error();
    if (error.kind == Error::Kind::Conflict)
        return showPortInUse();
    m_problem->post(InlineMessage::Kind::Error, error.message,
                    {{tr("&Retry", "start the server again"), [this] { m_console.server.start(); }}});
}

void ServerNotices::showPortInUse()
{
    const ServerSettings &settings = m_console.server.settings();
    const quint16 next = settings.port < 65535 ? quint16(settings.port + 1) : quint16(1024);
    const quint16 free = ServerController::firstFreePort(settings.address, next);
    QList<InlineMessage::Action> actions;
    if (free)
        actions.append({tr("&Use %1", "a port number").arg(free), [this, free] { startOn(free); }});
    actions.append({tr("&Choose…", "another port"), [this] { choosePort(); }});
    actions.append({tr("&Retry", "start the server again"), [this] { m_console.server.start(); }});
    const QString inUse = tr("Port %1 is in use.").arg(settings.port);
    const QString consequence = settings.issuer.isEmpty()
        ? tr("On another port the issuer is another one too: clients and redirect URIs that name it must follow.")
        : tr("The issuer stays %1: what forwards to this server must follow.").arg(settings.issuer);
    m_problem->post(InlineMessage::Kind::Error, QString(inUse + QLatin1Char(' ') + consequence), actions);
}

void ServerNotices::showExposure()
{
    const QHostAddress address = m_console.server.settings().address;
    if (address.isLoopback())
        return m_exposure->clear();
    const QString sentence = m_console.server.settings().tls.isOn()
        ? tr("The server listens on %1. Everybody who can reach this computer can reach it.")
        : tr("The server listens on %1. Everybody who can reach this computer can reach it, and the connection "
             "is not encrypted.");
    m_exposure->post(InlineMessage::Kind::Warning, sentence.arg(address.toString()));
}

void ServerNotices::loadPolicy()
{
    m_console.store.run([](Store &store) { return store.domains().defaultDomain(); }, this,
                        [this](const Result<IdentityDomain> &domain) {
                            m_pagesAreOpen = domain && domain->policy.adminPagesOpen;
                            showOpenPages();
                        });
}

void ServerNotices::showOpenPages()
{
    if (!m_pagesAreOpen)
        return m_openPages->clear();
    m_openPages->post(InlineMessage::Kind::Warning,
                      tr("Everybody on this computer can register and delete applications at /oauth/applications "
                         "without signing in. The policy in Settings says so."));
}

void ServerNotices::choosePort()
{
    auto *dialog = new PortDialog(m_console.server.settings().port, window());
    connect(dialog, &FormDialog::submitted, this, [this, dialog] {
        const quint16 port = dialog->port();
        dialog->finish();
        startOn(port);
    });
    connect(dialog, &QDialog::rejected, this, &ServerNotices::showState);
    dialog->open();
}

void ServerNotices::startOn(quint16 port)
{
    ServerSettings settings = m_console.server.settings();
    settings.port = port;
    m_console.server.setSettings(settings);
    m_console.server.start();
    m_console.store.run([settings](Store &store) { return rememberServer(store, settings); }, this,
                        [this](const Result<void> &done) {
                            if (!done)
                                m_problem->post(InlineMessage::Kind::Error, done.error().message);
                        });
}

} // namespace Gatehouse
