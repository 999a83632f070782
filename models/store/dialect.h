#pragma once

#include "models/store/databaseurl.h"

#include <QString>
#include <QStringList>

namespace Gatehouse {

/// The one place where database engines differ.
class Dialect
{
public:
    explicit Dialect(DatabaseUrl::Engine engine)
        : m_engine(engine)
    { }

    QString driver() const; ///< Qt's name of the driver
    QStringList openingStatements(bool writer, bool temporary) const; ///< what a new connection executes first
    QString beginImmediate() const; ///< takes the write lock before the first read
    /// A migration's text with @PRIMARY_KEY@, @BOOLEAN@, @TRUE@ and @FALSE@ put in the engine's words.
    QString expand(const QString &sql) const;

private:
    DatabaseUrl::Engine m_engine;
};

} // namespace Gatehouse
