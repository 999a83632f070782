#include "models/tables/usersmodel.h"

#include "models/records/user.h"
#include "models/store/userstore.h"
#include "models/tables/celltext.h"
#include "models/tables/roles.h"

#include <QSqlField>
#include <QSqlRecord>

#include <optional>

namespace Gatehouse {

namespace {

/// Puts what was edited into the record.
void applyEdits(const QSqlRecord &values, User &user)
{
    const auto edited = [&values](const char *name) -> std::optional<QVariant> {
        const int field = values.indexOf(QString::fromLatin1(name));
        return field >= 0 && values.isGenerated(field) ? std::optional(values.value(field)) : std::nullopt;
    };
    if (const auto email = edited("email"))
        user.email = email->toString();
    if (const auto name = edited("name"))
        user.name = name->toString();
    if (const auto admin = edited("admin"))
        user.admin = admin->toBool();
    if (const auto enabled = edited("enabled"))
        user.enabled = enabled->toBool();
}

} // namespace

UsersModel::UsersModel(Connection &reader, Store *store, QObject *parent)
    : StoredTableModel(reader, store, Table::Users, QStringLiteral("users"), QStringLiteral("password_digest"), parent)
{ }

QList<int> UsersModel::visibleColumns() const
{
    return isEditable() ? columnsNamed({"email", "name", "admin", "enabled", "created_at"})
                        : columnsNamed({"email", "name", "created_at"});
}

QString UsersModel::title(const QString &column) const
{
    if (column == QLatin1String("email"))
        return tr("E-Mail");
    if (column == QLatin1String("name"))
        return tr("Name");
    if (column == QLatin1String("admin"))
        return tr("Role");
    if (column == QLatin1String("enabled"))
        return tr("Status");
    if (column == QLatin1String("created_at"))
        return tr("Created");
    return column;
}

QVariant UsersModel::cell(int row, const QString &column, const QVariant &value, int role) const
{
    Q_UNUSED(row)
    const bool isTime = column.endsWith(QLatin1String("_at"));
    if (role == TimestampRole)
        return isTime ? QVariant(value.toLongLong()) : QVariant();
    if (role == FullTextRole)
        return isTime ? QVariant(CellText::longTime(value.toLongLong())) : QVariant();
    if (isTime)
        return CellText::time(value.toLongLong());
    if (column == QLatin1String("admin"))
        return value.toBool() ? tr("Administrator") : tr("User");
    if (column == QLatin1String("enabled"))
        return value.toBool() ? tr("Enabled") : tr("Disabled");
    return value.toString();
}

bool UsersModel::insertRowIntoTable(const QSqlRecord &values)
{
    User user;
    applyEdits(values, user);
    user.domainId = values.value(QStringLiteral("domain_id")).toLongLong();
    if (user.domainId == 0)
        user.domainId = 1;
    return handOver([user](Store &store) -> Result<void> {
        const auto created = store.users().create(user);
        return created ? Result<void>() : created.error();
    });
}

bool UsersModel::updateRowInTable(int row, const QSqlRecord &values)
{
    return handOver([id = idAt(row), values](Store &store) -> Result<void> {
        const auto found = store.users().find(id);
        if (!found)
            return found.error();
        if (!*found)
            return {}; // deleted meanwhile: there is nothing left to change
        User user = **found;
        applyEdits(values, user);
        return store.users().update(user);
    });
}

bool UsersModel::deleteRowFromTable(int row)
{
    return handOver([id = idAt(row)](Store &store) { return store.users().remove(id); });
}

} // namespace Gatehouse
