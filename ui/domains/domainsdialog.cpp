#include "ui/domains/domainsdialog.h"

#include "models/clock.h"
#include "models/store/domainstore.h"
#include "models/store/store.h"
#include "server/servercontroller.h"
#include "ui/audited.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/domains/domainchoice.h"
#include "ui/domains/domaindialog.h"
#include "ui/widgets/inlinemessage.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatehouse {

namespace {

enum DomainColumn { NameColumn, IssuerColumn, StatusColumn, NotBeforeColumn };

const QString DomainKind = QStringLiteral("domain");

QString momentOf(Timestamp time)
{
    return time ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat) : QString();
}

} // namespace

DomainsDialog::DomainsDialog(const Console &console, DomainChoice &choice, QWidget *parent)
    : QDialog(parent)
    , m_console(console)
    , m_choice(choice)
    , m_message(new InlineMessage(this))
    , m_list(new QTreeWidget(this))
    , m_new(addButton("newDomain", tr("&New Domain…"), &DomainsDialog::create))
    , m_issuer(addButton("editIssuer", tr("&Issuer…"), &DomainsDialog::editIssuer))
    , m_toggle(addButton("toggleDomain", tr("Switch &Off"), &DomainsDialog::toggle))
    , m_void(addButton("voidTokens", tr("&Void Tokens…"), &DomainsDialog::voidTokens))
{
    setObjectName(QStringLiteral("domainsDialog"));
    setWindowTitle(tr("Domains"));
    setAttribute(Qt::WA_DeleteOnClose);
    buildList();
    auto *buttons = new QHBoxLayout;
    for (QPushButton *each : {m_new, m_issuer, m_toggle, m_void})
        buttons->addWidget(each);
    buttons->addStretch();
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(&m_choice, &DomainChoice::listed, this, &DomainsDialog::showDomains);
    showDomains();
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 18);
}

QPushButton *DomainsDialog::addButton(const char *name, const QString &text, void (DomainsDialog::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void DomainsDialog::buildList()
{
    m_list->setObjectName(QStringLiteral("domains"));
    m_list->setAccessibleName(tr("Domains"));
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels({tr("Name"), tr("Issuer"), tr("Status"), tr("Tokens Void Before")});
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &DomainsDialog::showButtons);
    connect(m_list, &QTreeWidget::itemActivated, this, &DomainsDialog::editIssuer);
}

void DomainsDialog::showDomains()
{
    const IdentityDomain *before = selected();
    const Id wanted = before ? before->id : m_choice.current().id;
    m_list->clear();
    for (const IdentityDomain &domain : m_choice.domains()) {
        const QString issuer
            = domain.issuer.isEmpty() ? QString(m_console.server.issuer() + pathOf(domain)) : domain.issuer;
        auto *row = new QTreeWidgetItem(
            m_list, {domain.name, issuer, domain.enabled ? tr("On") : tr("Off"), momentOf(domain.notBefore)});
        row->setData(NameColumn, Qt::UserRole, domain.id);
        row->setSizeHint(NotBeforeColumn, {0, fontMetrics().height() * 3 / 2});
        if (domain.id == wanted)
            m_list->setCurrentItem(row);
    }
    for (int column = NameColumn; column < NotBeforeColumn; ++column) {
        m_list->resizeColumnToContents(column);
        m_list->setColumnWidth(column, m_list->columnWidth(column) + 2 * fontMetrics().averageCharWidth());
    }
    showButtons();
}

void DomainsDialog::showButtons()
{
    const IdentityDomain *domain = selected();
    m_issuer->setEnabled(domain && domain->id != DomainStore::DefaultId);
    m_toggle->setEnabled(domain && domain->id != DomainStore::DefaultId);
    m_toggle->setText(!domain || domain->enabled ? tr("Switch &Off") : tr("Switch &On"));
    m_void->setEnabled(domain);
}

const IdentityDomain *DomainsDialog::selected() const
{
    const QTreeWidgetItem *row = m_list->currentItem();
    const Id id = row ? row->data(NameColumn, Qt::UserRole).toLongLong() : 0;
    const QList<IdentityDomain> &domains = m_choice.domains();
    const auto found
        = std::find_if(domains.begin(), domains.end(), [id](const IdentityDomain &each) { return each.id == id; });
    return found == domains.end() ? nullptr : &*found;
}

void DomainsDialog::create()
{
    openDialog({});
}

void DomainsDialog::editIssuer()
{
    if (m_issuer->isEnabled())
        openDialog(*selected());
}

void DomainsDialog::openDialog(const IdentityDomain &domain)
{
    const QString path = domain.id ? pathOf(domain) : QStringLiteral("/%1");
    auto *dialog = new DomainDialog(domain, m_console.server.issuer() + path, this);
    connect(dialog, &FormDialog::submitted, this, [this, dialog] { keep(dialog); });
    dialog->open();
}

void DomainsDialog::keep(DomainDialog *dialog)
{
    m_console.store.run(
        [domain = dialog->domain()](Store &store) mutable {
            const bool isNew = domain.id == 0;
            domain.createdAt = store.clock().now();
            return audited(store, DomainKind, isNew ? QStringLiteral("created") : QStringLiteral("issuer_changed"),
                           [&]() -> Result<Id> {
                               if (!isNew)
                                   return withId(store.domains().setIssuer(domain.id, domain.issuer), domain.id);
                               const auto created = store.domains().create(domain);
                               return created ? Result<Id>(created->id) : created.error();
                           });
        },
        dialog,
        [dialog](const Result<Id> &done) {
            if (done)
                dialog->finish();
            else
                dialog->showProblem(done.error().message);
        });
}

void DomainsDialog::toggle()
{
    const IdentityDomain domain = *selected();
    const bool isOn = !domain.enabled;
    const auto act = [this, id = domain.id, isOn] {
        change(id, isOn ? QStringLiteral("enabled") : QStringLiteral("disabled"),
               [id, isOn](Store &store) { return store.domains().setEnabled(id, isOn); });
    };
    if (isOn)
        return act();
    auto *dialog
        = new ConfirmDialog(tr("Switch “%1” off?").arg(domain.name),
                            tr("Its addresses answer “not found” until it is switched on again. Nothing is deleted."),
                            tr("Switch &Off"), act, this);
    dialog->open();
}

void DomainsDialog::voidTokens()
{
    const IdentityDomain domain = *selected();
    const Timestamp now = m_console.clock.now();
    auto *dialog = new ConfirmDialog(
        tr("Void all tokens of “%1”?").arg(domain.name),
        tr("Every token and code that the domain issued until now is void. People who use its applications must "
           "sign in again. This cannot be undone."),
        tr("&Void Tokens"),
        [this, id = domain.id, now] {
            change(id, QStringLiteral("tokens_voided"),
                   [id, now](Store &store) { return store.domains().raiseNotBefore(id, now); });
        },
        this);
    dialog->open();
}

void DomainsDialog::change(Id domain, const QString &verb, const std::function<Result<void>(Store &)> &job)
{
    m_console.store.run(
        [domain, verb, job](Store &store) {
            return audited(store, DomainKind, verb, [&] { return withId(job(store), domain); });
        },
        this,
        [this](const Result<Id> &done) {
            if (!done)
                m_message->post(InlineMessage::Kind::Error, done.error().message);
        });
}

} // namespace Gatehouse
