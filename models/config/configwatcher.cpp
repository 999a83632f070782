#include "models/config/configwatcher.h"

#include <QFile>
#include <QFileInfo>

namespace Gatehouse {

namespace {

/// Milliseconds without a further change before the file is read: editors write in several steps.
constexpr int SettlingTime = 100;

} // namespace

ConfigWatcher::ConfigWatcher(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(QFileInfo(file).absoluteFilePath())
    , m_content(content())
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(SettlingTime);
    const auto settle = [this] { m_settling.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_settling, &QTimer::timeout, this, &ConfigWatcher::reread);
    m_watcher.addPath(QFileInfo(m_file).absolutePath());
    watch();
}

QByteArray ConfigWatcher::content() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ConfigWatcher::watch()
{
    // A file that was replaced is no longer watched.
    if (m_watcher.files().isEmpty() && QFile::exists(m_file))
        m_watcher.addPath(m_file);
}

void ConfigWatcher::reread()
{
    watch();
    const QByteArray now = content();
    if (now == m_content)
        return;
    m_content = now;
    const Result<ConfigDocument> document = ConfigDocument::read(m_file);
    if (document)
        Q_EMIT changed(*document);
    else
        Q_EMIT refused(document.error().message);
}

} // namespace Gatehouse
