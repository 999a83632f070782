#include "ui/hashinpool.h"

#include "models/secrets/passwordhash.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace Gatehouse {

void hashInPool(const QString &password, QObject *context, std::function<void(const QString &)> done)
{
    QThreadPool::globalInstance()->start([password, guard = QPointer<QObject>(context), done = std::move(done)] {
        const QString digest = hashPassword(password);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [digest, guard, done] {
                if (guard)
                    done(digest);
            },
            Qt::QueuedConnection);
    });
}

} // namespace Gatehouse
