#pragma once

#include "models/store/databaseurl.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariantList>

namespace Gatehouse {

/// A Rails application's Doorkeeper database in a file of its own: data/doorkeeper-5.5-rails.sql, changed as a test wishes. 4 applications,
/// 2 users, 4 codes, 8 tokens, of which #4 was refreshed from #3; all from 2026-11-21 20:10:17 UTC.
class RailsFixture
{
public:
    static constexpr qint64 WrittenAt = 1'795'291'817'000;

    /// In a folder that goes with it, unless another is given.
    explicit RailsFixture(const QStringList &changes = {}, const QString &folder = {});

    QString path() const { return m_path; }
    DatabaseUrl url() const { return {DatabaseUrl::Engine::Sqlite, path()}; }

    /// As the application would, through a connection that is closed again.
    void execute(const QStringList &statements) const;
    QList<QVariantList> rows(const QString &select) const;
    /// Each row of each table, by "table id", and the schema and what stands in the header, by name.
    QMap<QString, QVariantList> content() const;
    QByteArray bytes() const;
    /// The names of the files beside it.
    QStringList neighbours() const;

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace Gatehouse
