#include "tests/load/mutationtarget.h"

#include "models/store/domainstore.h"
#include "models/store/userstore.h"
#include "tests/flows/socketclient.h"

namespace Gatehouse {

namespace {

/// The pages take the forms of other sites too: what is sent shall get far.
Policy openPolicy()
{
    Policy policy;
    policy.grantTypes.append(QStringLiteral("password"));
    policy.implicitFlow = policy.sampleResource = policy.adminPagesOpen = true;
    policy.secretsInQuery = policy.bearerInParameters = true;
    policy.forgeryProtection = false;
    return policy;
}

} // namespace

MutationTarget::MutationTarget(const QString &database)
    : m_server(openPolicy(), database)
{
    const QByteArray secret = QByteArray(FlowServer::Secret).replace(' ', '+');
    m_words.insert("$ORIGIN", m_server.origin());
    m_words.insert("$SECRET", secret);
    m_words.insert("$BASIC", QByteArray("web:" + secret).toBase64());
    m_words.insert("$ADMIN", QByteArray(QByteArray(FlowServer::Email) + ':' + FlowServer::Password).toBase64());
    signIn();
}

void MutationTarget::signIn()
{
    const QString email = QString::fromLatin1(FlowServer::Email);
    m_server.inStore([&email](Store &store) {
        auto ada = take(store.users().findByEmail(DomainStore::DefaultId, email));
        ada->admin = true;
        take(store.users().update(*ada));
        return store.writer().flush();
    });
    SocketClient browser(port());
    const Response response = browser.post(
        "/login",
        {{QStringLiteral("username"), email}, {QStringLiteral("password"), QString::fromLatin1(FlowServer::Password)}});
    const QByteArray cookie = response.header("Set-Cookie");
    m_words.insert("$COOKIE", cookie.left(cookie.indexOf(';')));
}

RequestSample MutationTarget::filledIn(RequestSample sample)
{
    const FlowServer::Family family = m_server.newFamily();
    m_words.insert("$ACCESS", family.access.toLatin1());
    m_words.insert("$REFRESH", family.refresh.toLatin1());
    m_words.insert("$CODE", m_server.newCode().toLatin1());
    sample.target = substituted(sample.target);
    sample.body = substituted(sample.body);
    for (auto &header : sample.headers)
        header.second = substituted(header.second);
    return sample;
}

QByteArray MutationTarget::substituted(QByteArray text) const
{
    for (auto word = m_words.cbegin(); word != m_words.cend(); ++word)
        text.replace(word.key(), word.value());
    return text;
}

} // namespace Gatehouse
