#include "models/tables/applicationsmodel.h"

#include "models/records/application.h"
#include "models/registration/applicationchanges.h"
#include "models/secrets/random.h"
#include "models/store/applicationstore.h"
#include "models/tables/celltext.h"
#include "models/tables/roles.h"

#include <QSqlField>
#include <QSqlRecord>

#include <optional>

namespace Gatehouse {

namespace {

/// Puts what was edited into the record.
void applyEdits(const QSqlRecord &values, Application &application)
{
    const auto edited = [&values](const char *name) -> std::optional<QVariant> {
        const int field = values.indexOf(QString::fromLatin1(name));
        return field >= 0 && values.isGenerated(field) ? std::optional(values.value(field)) : std::nullopt;
    };
    if (const auto name = edited("name"))
        application.name = name->toString();
    if (const auto uris = edited("redirect_uri"))
        application.redirectUri = uris->toString();
    if (const auto scopes = edited("scopes"))
        application.scopes = scopes->toString();
    if (const auto types = edited("grant_types"))
        application.grantTypes = types->toString();
    if (const auto confidential = edited("confidential"))
        application.confidential = confidential->toBool();
    if (const auto enabled = edited("enabled"))
        application.enabled = enabled->toBool();
    if (const auto trusted = edited("trusted"))
        application.trusted = trusted->toBool();
}

} // namespace

ApplicationsModel::ApplicationsModel(Connection &reader, Store *store, QObject *parent)
    : StoredTableModel(reader, store, Table::Applications, QStringLiteral("oauth_applications"),
                       QStringLiteral("secret"), parent)
{ }

QList<int> ApplicationsModel::visibleColumns() const
{
    if (!isEditable()) // who cannot switch it on or off need not see that it is on
        return columnsNamed({"name", "uid", "confidential", "redirect_uri", "scopes", "created_at"});
    return columnsNamed(
        {"name", "uid", "confidential", "grant_types", "redirect_uri", "scopes", "created_at", "enabled"});
}

QString ApplicationsModel::title(const QString &column) const
{
    if (column == QLatin1String("name"))
        return tr("Name");
    if (column == QLatin1String("uid"))
        return tr("Client ID");
    if (column == QLatin1String("confidential"))
        return tr("Type");
    if (column == QLatin1String("grant_types"))
        return tr("Grants");
    if (column == QLatin1String("redirect_uri"))
        return tr("Redirect URIs");
    if (column == QLatin1String("scopes"))
        return tr("Scopes");
    if (column == QLatin1String("created_at"))
        return tr("Created");
    if (column == QLatin1String("enabled"))
        return tr("Enabled");
    return column;
}

QVariant ApplicationsModel::cell(int row, const QString &column, const QVariant &value, int role) const
{
    Q_UNUSED(row)
    if (role == TimestampRole)
        return column.endsWith(QLatin1String("_at")) ? QVariant(value.toLongLong()) : QVariant();
    if (role == FullTextRole)
        return fullText(column, value);
    return text(column, value);
}

QString ApplicationsModel::text(const QString &column, const QVariant &value) const
{
    if (column == QLatin1String("confidential"))
        return value.toBool() ? tr("Confidential") : tr("Public");
    if (column == QLatin1String("enabled"))
        return value.toBool() ? tr("Yes") : tr("No");
    if (column.endsWith(QLatin1String("_at")))
        return CellText::time(value.toLongLong());
    if (column == QLatin1String("redirect_uri")) {
        const QStringList uris = value.toString().split(u'\n', Qt::SkipEmptyParts);
        return uris.isEmpty() ? CellText::none() : tr("%n address(es)", nullptr, int(uris.size()));
    }
    if (column == QLatin1String("grant_types") && value.toString().isEmpty())
        //: The grants that an application may use
        return tr("As the policy allows");
    return value.toString();
}

QVariant ApplicationsModel::fullText(const QString &column, const QVariant &value) const
{
    if (column.endsWith(QLatin1String("_at")))
        return CellText::longTime(value.toLongLong());
    return column == QLatin1String("redirect_uri") ? value : QVariant();
}

bool ApplicationsModel::insertRowIntoTable(const QSqlRecord &values)
{
    Application application;
    applyEdits(values, application);
    application.domainId = values.value(QStringLiteral("domain_id")).toLongLong();
    application.uid = values.value(QStringLiteral("uid")).toString();
    if (application.domainId == 0)
        application.domainId = 1;
    if (application.uid.isEmpty())
        application.uid = randomToken();
    return handOver([application](Store &store) -> Result<void> {
        const auto created = store.applications().create(application);
        return created ? Result<void>() : created.error();
    });
}

bool ApplicationsModel::updateRowInTable(int row, const QSqlRecord &values)
{
    const Id id = idAt(row);
    return handOver([id, values](Store &store) -> Result<void> {
        const auto found = store.applications().find(id);
        if (!found)
            return found.error();
        if (!*found)
            return {}; // deleted meanwhile: there is nothing left to change
        Application application = **found;
        applyEdits(values, application);
        return ApplicationChanges(store, ApplicationChanges::fromConsole()).update(application);
    });
}

bool ApplicationsModel::deleteRowFromTable(int row)
{
    return handOver([id = idAt(row)](Store &store) {
        return ApplicationChanges(store, ApplicationChanges::fromConsole()).remove(id);
    });
}

} // namespace Gatehouse
