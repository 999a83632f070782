#pragma once

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QTest>

namespace Gatehouse {

/// The gnome-keyring that tests/support/withkeyring has started.
class Keyring
{
public:
    /// Asks the bus, not the service: that would start another one, which is locked.
    static bool waitUntilThere()
    {
        return QTest::qWaitFor(
            [] { return bool(QDBusConnection::sessionBus().interface()->isServiceRegistered(name())); }, 20000);
    }
    static qint64 processId() { return QDBusConnection::sessionBus().interface()->servicePid(name()); }
    /// Locks it as a person does who leaves. Only a prompt, which nobody here could answer, opens it again.
    static bool lock()
    {
        QDBusMessage call
            = QDBusMessage::createMethodCall(name(), QStringLiteral("/org/freedesktop/secrets"),
                                             QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
        const QDBusObjectPath login(QStringLiteral("/org/freedesktop/secrets/collection/login"));
        call.setArguments({QVariant::fromValue(QList<QDBusObjectPath> {login})});
        return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
    }

private:
    static QString name() { return QStringLiteral("org.freedesktop.secrets"); }
};

} // namespace Gatehouse
