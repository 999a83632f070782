#pragma once

#include "app/services.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace Gatehouse {

/// Databases that hold the sample world and nothing else. Its passwords are hashed once for each profile: that is what
/// takes time.
class LabWorlds
{
public:
    LabWorlds();

    /// The path of a new one.
    QString fresh(const QString &profile);

private:
    QTemporaryDir m_folder;
    int m_copies = 0;
};

/// The program's own server over a fresh sample world, configured by profiles/PROFILE.json, on a free port.
class LabServer
{
public:
    LabServer(const QString &profile, LabWorlds &worlds);
    ~LabServer();

    quint16 port() const;
    QString base() const;
    /// Moves the code or access token past its end, as if it had been issued earlier. False: there is none.
    bool expire(const QString &value);

private:
    std::unique_ptr<Services> m_services;
};

} // namespace Gatehouse
