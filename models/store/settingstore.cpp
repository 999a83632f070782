#include "models/store/settingstore.h"

#include "models/store/rows.h"
#include "models/store/writer.h"

namespace Gatehouse {

SettingStore::SettingStore(Connection &connection, Writer &writer)
    : m_connection(connection)
    , m_writer(writer)
{ }

Result<std::optional<QString>> SettingStore::value(const QString &key)
{
    Statement query = m_connection.prepare("SELECT value FROM settings WHERE name = ?");
    return firstRow<QString>(query, query.exec(key), [](const Statement &row) { return row.text(0); });
}

Result<void> SettingStore::set(const QString &key, const QString &value)
{
    if (const Result<void> begun = m_writer.begin(); !begun)
        return begun.error();
    m_writer.changes().noteEverything(Table::Settings);
    return m_connection
        .prepare("INSERT INTO settings (name, value) VALUES (?, ?)"
                 " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .exec(key, value);
}

} // namespace Gatehouse
