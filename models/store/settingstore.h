#pragma once

#include "models/result.h"

#include <QString>

#include <optional>

namespace Gatehouse {

class Connection;
class Writer;

/// settings: what the database remembers about itself, by name.
class SettingStore
{
public:
    SettingStore(Connection &connection, Writer &writer);

    Result<std::optional<QString>> value(const QString &key);
    Result<void> set(const QString &key, const QString &value);

private:
    Connection &m_connection;
    Writer &m_writer;
};

} // namespace Gatehouse
