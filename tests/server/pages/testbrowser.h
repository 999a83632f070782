#pragma once

#include "models/records/policy.h"
#include "server/authserver.h"
#include "server/message/request.h"
#include "tests/support/teststore.h"

#include <QHash>
#include <QList>
#include <QPair>
#include <QUrlQuery>

namespace Gatehouse {

/// A browser in front of an authorization server, without sockets: keeps cookies, fills in hidden fields, waits for slow
/// checks. Its world has a user with a password and the applications that the tests need.
class TestBrowser
{
public:
    using Fields = QList<QPair<QString, QString>>;

    static constexpr char Origin[] = "http://127.0.0.1:6749";
    static constexpr char Email[] = "ada@example.com";
    static constexpr char Password[] = "correct horse";

    explicit TestBrowser(const Policy &policy = {}, std::shared_ptr<const Catalogues> catalogues = {});

    TestStore &store() { return m_store; }
    const Application &web() const { return m_web; } ///< confidential, http://127.0.0.1:9999/callback
    const Application &desktop() const { return m_desktop; } ///< public, out of band and http://127.0.0.1:9998/cb
    const User &user() const { return m_user; }
    Application add(Application application);

    Response get(const QString &path, const Fields &query = {});
    Response post(const QString &path, const Fields &form);
    Response remove(const QString &path, const Fields &form);
    /// Sends it as it is, but for Host and cookies; does the slow checks it asks for.
    Response send(Request request);

    /// Posts the page's form that `method` ("", "delete") marks, with `changes` to its fields.
    Response submit(const Response &page, const QString &action, const Fields &changes, const QString &method = {});
    /// Gets the page a redirect of this server leads to.
    Response follow(const Response &redirect);
    /// `base`: the path of a domain.
    Response signIn(const QString &base = {});

    void forgetCookies()
    {
        m_cookies.clear();
        m_domainCookies.clear();
    }
    QByteArray cookie(const QByteArray &name) const { return m_cookies.value(name); }
    void setCookie(const QByteArray &name, const QByteArray &value) { m_cookies.insert(name, value); }
    QList<QPair<QByteArray, QByteArray>> extraHeaders; ///< sent with every request
    QHostAddress peer {QHostAddress::LocalHost};
    int slowChecks = 0; ///< done so far

private:
    Response sendForm(Method method, const QString &path, const Fields &form);
    void keepCookies(const Response &response);

    TestStore m_store;
    std::unique_ptr<AuthServer> m_server;
    Application m_web;
    Application m_desktop;
    User m_user;
    QHash<QByteArray, QByteArray> m_cookies;
    QHash<QByteArray, QHash<QByteArray, QByteArray>> m_domainCookies; ///< by their path; sent before the others
};

/// The hidden and visible fields of the page's form whose _method is `method` (empty: that has none).
TestBrowser::Fields formFields(const Response &page, const QString &method = {});
/// The query, or the fragment, of where a redirect leads.
QUrlQuery answerIn(const Response &redirect);
QUrlQuery answerInFragment(const Response &redirect);
/// Where a redirect leads, without query and fragment.
QString targetOf(const Response &redirect);

} // namespace Gatehouse
