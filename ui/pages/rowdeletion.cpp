#include "ui/pages/rowdeletion.h"

#include "models/store/store.h"
#include "ui/audited.h"
#include "ui/dialogs/confirmdialog.h"

#include <QWidget>

namespace Gatehouse {

RowDeletion::RowDeletion(Store &store, const Rules &rules, QWidget *page)
    : QObject(page)
    , m_store(store)
    , m_rules(rules)
    , m_page(page)
{ }

void RowDeletion::ask(Id id, const QString &name, const QString &verb)
{
    m_store.run([id, dependents = m_rules.dependents](Store &store) { return dependents(store, id); }, this,
                [this, id, name, verb](const Result<Dependents> &found) {
                    if (found)
                        confirm(id, name, verb, *found);
                    else
                        Q_EMIT failed(found.error().message);
                });
}

void RowDeletion::confirm(Id id, const QString &name, const QString &verb, const Dependents &dependents)
{
    const QString tokens = tr("%n token(s)", "", int(dependents.tokens));
    const QString grants = tr("%n grant(s)", "", int(dependents.grants));
    const QString consents = tr("%n consent(s)", "", int(dependents.consents));
    auto *dialog = new ConfirmDialog(
        tr("Delete “%1”?").arg(name),
        tr("%1, %2 and %3 are deleted with it. This cannot be undone.").arg(tokens, grants, consents), verb,
        [this, id, name] { remove(id, name); }, m_page->window());
    dialog->open();
}

void RowDeletion::remove(Id id, const QString &name)
{
    m_store.run(
        [id, rules = m_rules, domain = m_rules.domain()](Store &store) {
            return audited(
                store, rules.kind, QStringLiteral("deleted"), [&] { return withId(rules.remove(store, id), id); },
                domain);
        },
        this,
        [this, name](const Result<Id> &done) {
            if (done)
                Q_EMIT deleted(tr("“%1” is deleted.").arg(name));
            else
                Q_EMIT failed(done.error().message);
        });
}

} // namespace Gatehouse
