#pragma once

#include "models/records/policy.h"
#include "server/authserver.h"
#include "server/message/request.h"
#include "tests/support/teststore.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace Gatehouse {

using Form = QList<QPair<QString, QString>>;

/// An answer as tests look at it.
struct Answer
{
    Response response;

    int status() const { return response.status; }
    QJsonObject json() const;
    QString text(const char *name) const { return json()[QLatin1String(name)].toString(); }
    QString error() const { return text("error"); }
    QByteArray header(const char *name) const { return response.header(name); }
};

/// An authorization server over a store of its own, without a socket: the confidential application "client" and the
/// public one "public" (no secret), user@example.com with the password "password", a clock that stands still.
class AuthFixture
{
public:
    explicit AuthFixture(const QString &profile = QStringLiteral("standard"));

    TestStore &store() { return m_store; }
    ManualClock &clock() { return m_store.clock(); }
    AuthServer &server() { return *m_server; }
    const Application &client() const { return m_store.application(); }
    const Application &publicClient() const { return m_public; }
    const User &user() const { return m_user; }

    /// Changes the domain's policy.
    void change(const std::function<void(Policy &)> &edit);
    void update(const Application &application);
    Policy policy();

    Answer send(Request request);
    Answer get(const QByteArray &path, const Headers &headers = {});
    Answer post(const QByteArray &path, const Form &form, const Headers &headers = {});

    /// Posts with the secret of "client" in the body.
    Answer token(const Form &form);
    Answer introspect(const QString &token);
    Answer revoke(const QString &token);
    Answer tokenInfo(const QString &token);
    bool isActive(const QString &token) { return introspect(token).json()["active"].toBool(); }

    /// A fresh code for "client" or another application, alive for a minute.
    QString code(const std::function<void(AccessGrant &)> &edit = {});
    /// Redeems a fresh code of "client".
    Answer pair(const QString &scopes = QStringLiteral("public"));

    static Form withClient(Form form);
    static QPair<QByteArray, QByteArray> basic(const QByteArray &id, const QByteArray &secret);
    static QPair<QByteArray, QByteArray> bearer(const QString &token);
    static QByteArray encoded(const Form &form);

    /// How many rows a table has where `condition` holds.
    qint64 count(const QString &tableAndCondition);

private:
    TestStore m_store;
    Application m_public;
    User m_user;
    std::unique_ptr<AuthServer> m_server;
    int m_codes = 0;
};

/// What the fixture's redirect URI is.
inline const QString Callback = QStringLiteral("https://client.example.com/cb");

} // namespace Gatehouse
