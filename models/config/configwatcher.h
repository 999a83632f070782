#pragma once

#include "models/config/configdocument.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace Gatehouse {

/// Reads a configuration file again whenever it changes, also when an editor replaces it by another file.
class ConfigWatcher : public QObject
{
    Q_OBJECT

public:
    explicit ConfigWatcher(const QString &file, QObject *parent = nullptr);

Q_SIGNALS:
    /// The file changed and is good.
    void changed(const Gatehouse::ConfigDocument &document);
    /// The file changed and is not good: a sentence that says why.
    void refused(const QString &sentence);

private:
    QByteArray content() const;
    void watch();
    void reread();

    QString m_file;
    QByteArray m_content; ///< as last read: a touch without a change is no change
    QFileSystemWatcher m_watcher;
    QTimer m_settling;
};

} // namespace Gatehouse
