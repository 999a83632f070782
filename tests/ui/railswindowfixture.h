#pragma once

#include "models/clock.h"
#include "models/doorkeeper/railsdatabase.h"
#include "tests/support/railsfixture.h"
#include "tests/support/teststore.h"
#include "ui/rails/railsconsole.h"

#include <QSettings>
#include <QTemporaryDir>

namespace Gatehouse {

/// What a window on a Rails application's database stands on, for one test.
class RailsWindowFixture
{
public:
    explicit RailsWindowFixture(const QStringList &changes = {}, const QString &folder = {})
        : m_file(changes, folder)
        , m_database(take(RailsDatabase::open(m_file.url(), RailsSchema::read(m_file.url()).value(), m_clock)))
    { }

    RailsConsole console() { return {{m_database->reader(), m_clock, m_settings}, *m_database}; }
    RailsFixture &file() { return m_file; }
    RailsDatabase &database() { return *m_database; }
    QSettings &settings() { return m_settings; }

private:
    RailsFixture m_file;
    QTemporaryDir m_folder;
    QSettings m_settings {m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    ManualClock m_clock {RailsFixture::WrittenAt + 10 * 60'000};
    std::unique_ptr<RailsDatabase> m_database;
};

} // namespace Gatehouse
