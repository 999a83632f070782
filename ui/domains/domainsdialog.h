#pragma once

#include "models/records/types.h"
#include "models/result.h"
#include "ui/console.h"

#include <QDialog>

#include <functional>

class QPushButton;
class QTreeWidget;

namespace Gatehouse {

class DomainChoice;
class DomainDialog;
class InlineMessage;
class Store;
struct IdentityDomain;

/// The identity domains: makes them, gives them another issuer, switches them on and off, and ends all that one has issued.
class DomainsDialog : public QDialog
{
    Q_OBJECT

public:
    DomainsDialog(const Console &console, DomainChoice &choice, QWidget *parent);

private:
    QPushButton *addButton(const char *name, const QString &text, void (DomainsDialog::*act)());
    void buildList();
    void showDomains();
    void showButtons();
    const IdentityDomain *selected() const;

    void create();
    void editIssuer();
    void openDialog(const IdentityDomain &domain);
    void keep(DomainDialog *dialog);
    void toggle();
    void voidTokens();
    void change(Id domain, const QString &verb, const std::function<Result<void>(Store &)> &job);

    const Console m_console;
    DomainChoice &m_choice;
    InlineMessage *m_message;
    QTreeWidget *m_list;
    QPushButton *m_new;
    QPushButton *m_issuer;
    QPushButton *m_toggle;
    QPushButton *m_void;
};

} // namespace Gatehouse
