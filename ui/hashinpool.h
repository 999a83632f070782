#pragma once

#include <QString>

#include <functional>

class QObject;

namespace Gatehouse {

/// Makes the stored form of a password in a pool thread and hands it to `done` in the application's thread; never, once
/// `context` is gone.
void hashInPool(const QString &password, QObject *context, std::function<void(const QString &digest)> done);

} // namespace Gatehouse
