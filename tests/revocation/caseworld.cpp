#include "tests/revocation/caseworld.h"

#include "models/activity.h"
#include "models/records/tokenfamily.h"
#include "models/secrets/digest.h"
#include "models/secrets/passwordhash.h"
#include "models/secrets/random.h"
#include "models/store/applicationstore.h"
#include "models/store/consentstore.h"
#include "models/store/domainstore.h"
#include "models/store/familystore.h"
#include "models/store/grantstore.h"
#include "models/store/sessionstore.h"
#include "models/store/tokenstore.h"
#include "models/store/userstore.h"
#include "server/administration/administrationaccess.h"
#include "tests/support/withdrawal.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QTest>

#include <algorithm>

namespace Gatehouse {

namespace {

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

QString pairName(const QString &domain, const QString &name)
{
    return domain % u'/' % name;
}

QString jwtPart(const QJsonObject &object)
{
    return QString::fromLatin1(QJsonDocument(object)
                                   .toJson(QJsonDocument::Compact)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// The fixture's configuration words as switches.
QJsonObject switchesOf(const QJsonObject &config)
{
    QJsonObject switches;
    for (const char *name :
         {"doorkeeper_mode", "oam_strict_400", "bearer_self_revoke", "kustvakt_roots", "cors_allowed_origins"}) {
        if (config.contains(QLatin1String(name)))
            switches.insert(QLatin1String(name), config.value(QLatin1String(name)));
    }
    QJsonArray levels;
    const QJsonObject dialects = config.value(QLatin1String("levels")).toObject();
    for (auto dialect = dialects.begin(); dialect != dialects.end(); ++dialect) {
        const QJsonObject kinds = dialect.value().toObject();
        for (auto kind = kinds.begin(); kind != kinds.end(); ++kind)
            levels.append(QString(dialect.key() % u'.' % kind.key() % u'=' % kind.value().toString()));
    }
    switches.insert(QLatin1String("revocation_levels"), levels);
    return switches;
}

DatabaseUrl newDatabase()
{
    return take(DatabaseUrl::parse(QStringLiteral(":memory:")));
}

} // namespace

Timestamp momentOf(const QJsonValue &value)
{
    return value.isString() ? QDateTime::fromString(value.toString(), Qt::ISODate).toMSecsSinceEpoch() : 0;
}

CaseWorld::CaseWorld(const QJsonObject &fixture, const QJsonObject &config, bool administratorHasToken)
    : m_fixture(fixture)
    , m_clock(momentOf(fixture.value(QLatin1String("now"))))
    , m_service(take(StoreThread::start(newDatabase(), m_clock)))
{
    startServer();
    QJsonObject effective = fixture.value(QLatin1String("config")).toObject();
    for (auto each = config.begin(); each != config.end(); ++each)
        effective.insert(each.key(), each.value());
    inStore([&](Store &store) {
        addPolicies(store, effective);
        addClients(store);
        addUsers(store);
        addConsents(store);
        addTokens(store);
        if (administratorHasToken)
            addAdministratorsToken(store);
        return store.writer().flush();
    });
}

CaseWorld::~CaseWorld()
{
    mend();
}

void CaseWorld::startServer()
{
    ServerSettings settings;
    settings.port = 0;
    m_controller = std::make_unique<ServerController>(*m_service, m_vault.opener(), settings);
    m_controller->start();
    if (!QTest::qWaitFor([this] { return m_controller->state() == ServerController::State::Running; }, 20000))
        qFatal("The server does not start: %s", qPrintable(m_controller->error().message));
}

void CaseWorld::addPolicies(Store &store, const QJsonObject &config)
{
    for (const QJsonValue &each : list("domains")) {
        const QJsonObject wanted = each.toObject();
        IdentityDomain domain;
        domain.name = text(wanted, "name");
        domain.createdAt = m_clock.now();
        domain.notBefore = momentOf(wanted.value(QLatin1String("not_before")));
        take(domain.policy.apply(switchesOf(config)));
        domain.policy.accessTokenLifecycle = wanted.value(QLatin1String("access_lifecycle_enabled")).toBool(true);
        if (domain.name == text(config, "default_domain")) {
            domain.id = DomainStore::DefaultId;
            take(store.domains().setPolicy(domain.id, domain.policy));
            if (domain.notBefore != 0)
                take(store.domains().raiseNotBefore(domain.id, domain.notBefore));
        } else {
            domain = take(store.domains().create(domain));
        }
        m_domains.insert(domain.name, domain.id);
    }
}

void CaseWorld::addClients(Store &store)
{
    for (const QJsonValue &each : list("clients")) {
        const QJsonObject wanted = each.toObject();
        Application application;
        application.domainId = m_domains.value(text(wanted, "domain"));
        application.uid = application.name = text(wanted, "client_id");
        application.confidential = text(wanted, "type") == u"confidential";
        if (application.confidential)
            application.secret = storedSecretForGenerated(text(wanted, "secret"));
        application.redirectUri = QStringLiteral("https://%1.example/cb").arg(application.uid);
        application.superClient = wanted.value(QLatin1String("super")).toBool();
        application.notBefore = momentOf(wanted.value(QLatin1String("not_before")));
        m_clients.insert(pairName(text(wanted, "domain"), application.uid),
                         take(store.applications().create(application)).id);
    }
}

void CaseWorld::addUsers(Store &store)
{
    for (const QJsonValue &each : list("users")) {
        const QJsonObject wanted = each.toObject();
        for (auto domain = m_domains.begin(); domain != m_domains.end(); ++domain) {
            if (text(wanted, "domain") != u"*" && text(wanted, "domain") != domain.key())
                continue;
            User user;
            user.domainId = *domain;
            user.email = text(wanted, "name");
            m_users.insert(pairName(domain.key(), user.email), take(store.users().create(user)).id);
        }
    }
    for (const QJsonValue &each : list("admins")) {
        const QJsonObject wanted = each.toObject();
        User admin;
        admin.domainId = DomainStore::DefaultId;
        admin.email = text(wanted, "name");
        admin.admin = true;
        admin.passwordDigest = hashPassword(text(wanted, "password"));
        m_users.insert(QStringLiteral("admin"), take(store.users().create(admin)).id);
    }
}

void CaseWorld::addConsents(Store &store)
{
    for (const QJsonValue &each : list("consents")) {
        const QJsonObject wanted = each.toObject();
        const QString domain = text(wanted, "domain");
        const Consent consent
            = take(store.consents().give(m_domains.value(domain), m_users.value(pairName(domain, text(wanted, "user"))),
                                         m_clients.value(pairName(domain, text(wanted, "client"))),
                                         QStringLiteral("public"), m_clock.now(), text(wanted, "resource")));
        if (text(wanted, "status") != u"active")
            withdrawConsent(store, consent.id, m_clock.now());
        m_consents.insert(text(wanted, "id"), consent.id);
    }
}

/// A pair is one row: a refresh token stands beside the first access token that was issued with it.
void CaseWorld::addTokens(Store &store)
{
    QList<QJsonObject> access;
    for (const QJsonValue &each : list("tokens")) {
        const QJsonObject token = each.toObject();
        if (text(token, "kind") == u"access")
            access.append(token);
    }
    for (const QJsonValue &each : list("tokens")) {
        const QJsonObject refresh = each.toObject();
        if (text(refresh, "kind") == u"code")
            addCode(store, refresh);
        if (text(refresh, "kind") == u"id_token") {
            const AccessToken row = baseRow(refresh);
            m_halves.insert(text(refresh, "id"),
                            {0, text(refresh, "kind"), text(refresh, "consent"), row.createdAt, row.expiresAt,
                             row.domainId, row.applicationId});
            mint(refresh);
        }
        if (text(refresh, "kind") != u"refresh")
            continue;
        const auto beside = std::find_if(access.begin(), access.end(), [&](const QJsonObject &token) {
            return text(token, "parent") == text(refresh, "id")
                && text(token, "issued_at") == text(refresh, "issued_at");
        });
        addPair(store, refresh, beside == access.end() ? QJsonObject() : *beside);
        if (beside != access.end())
            access.erase(beside);
    }
    for (const QJsonObject &token : std::as_const(access))
        addPair(store, {}, token);
}

void CaseWorld::addPair(Store &store, const QJsonObject &refresh, const QJsonObject &access)
{
    AccessToken row = baseRow(access.isEmpty() ? refresh : access);
    row.familyId = familyOf(store, access.isEmpty() ? refresh : access);
    if (access.isEmpty()) {
        // Its own access token is over long since.
        row.token = sha256Hex(randomToken());
        row.accessRevokedAt = row.createdAt;
    } else {
        row.token = sha256Hex(mint(access));
        row.expiresAt = momentOf(access.value(QLatin1String("expires_at")));
        if (text(access, "status") == u"revoked")
            row.accessRevokedAt = row.createdAt;
    }
    if (!refresh.isEmpty()) {
        row.refreshToken = sha256Hex(mint(refresh));
        row.refreshExpiresAt = momentOf(refresh.value(QLatin1String("expires_at")));
        if (text(refresh, "status") == u"consumed")
            row.refreshUsedAt = row.createdAt;
        if (text(refresh, "status") == u"revoked")
            row.refreshRevokedAt = row.createdAt;
    }
    row = take(store.tokens().insert(row));
    for (const QJsonObject &half : {refresh, access}) {
        if (!half.isEmpty())
            m_halves.insert(text(half, "id"), {row.id, text(half, "kind"), text(half, "consent"), 0, 0, 0, 0});
    }
}

AccessToken CaseWorld::baseRow(const QJsonObject &token)
{
    const QString domain = text(token, "domain");
    AccessToken row;
    row.domainId = m_domains.value(domain);
    row.applicationId = m_clients.value(pairName(domain, text(token, "client")));
    row.resourceOwnerId = m_users.value(pairName(domain, text(token, "user")));
    row.consentId = m_consents.value(text(token, "consent"));
    row.scopes = text(token, "scope");
    row.grantType = QStringLiteral("authorization_code");
    row.createdAt = momentOf(token.value(QLatin1String("issued_at")));
    row.expiresAt = momentOf(token.value(QLatin1String("expires_at")));
    return row;
}

Id CaseWorld::familyOf(Store &store, const QJsonObject &token)
{
    const QString name = text(token, "family");
    if (name.isEmpty() || m_families.contains(name))
        return m_families.value(name);
    const AccessToken row = baseRow(token);
    TokenFamily family;
    family.domainId = row.domainId;
    family.applicationId = row.applicationId;
    family.resourceOwnerId = row.resourceOwnerId;
    family.consentId = row.consentId;
    family.createdAt = row.createdAt;
    m_families.insert(name, take(store.families().insert(family)).id);
    return m_families.value(name);
}

void CaseWorld::addCode(Store &store, const QJsonObject &code)
{
    const AccessToken row = baseRow(code);
    AccessGrant grant;
    grant.domainId = row.domainId;
    grant.applicationId = row.applicationId;
    grant.resourceOwnerId = row.resourceOwnerId;
    grant.consentId = row.consentId;
    grant.token = sha256Hex(mint(code));
    grant.scopes = row.scopes;
    grant.redirectUri = QStringLiteral("https://web.example/cb");
    grant.createdAt = row.createdAt;
    grant.expiresAt = row.expiresAt;
    grant.expiresIn = (row.expiresAt - row.createdAt) / 1000;
    if (text(code, "status") != u"live")
        grant.revokedAt = row.createdAt;
    m_halves.insert(text(code, "id"), {take(store.grants().insert(grant)).id, QStringLiteral("code"), {}, 0, 0, 0, 0});
}

void CaseWorld::addAdministratorsToken(Store &store)
{
    AccessToken row;
    row.domainId = DomainStore::DefaultId;
    row.resourceOwnerId = m_users.value(QStringLiteral("admin"));
    row.scopes = QLatin1String(AdministrationScope);
    row.createdAt = m_clock.now();
    row.expiresAt = m_clock.now() + 3600 * 1000;
    m_variables.insert(QStringLiteral("ADMIN"), randomToken());
    row.token = sha256Hex(m_variables.value(QStringLiteral("ADMIN")));
    take(store.tokens().insert(row));
}

/// An opaque secret, or a JWT that says of itself what ours say.
QString CaseWorld::mint(const QJsonObject &token)
{
    QString secret = randomToken();
    if (text(token, "format") == u"jwt") {
        const bool isAccess = text(token, "kind") == u"access";
        const QJsonObject header {{QStringLiteral("alg"), QStringLiteral("RS256")},
                                  {QStringLiteral("typ"), isAccess ? QStringLiteral("at+jwt") : QStringLiteral("JWT")}};
        const QJsonObject claims {{QStringLiteral("iss"), issuerOf(text(token, "domain"))},
                                  {QStringLiteral("aud"), text(token, "client")},
                                  {QStringLiteral("client_id"), text(token, "client")},
                                  {QStringLiteral("sub"), text(token, "user")},
                                  {QStringLiteral("jti"), secret}};
        secret = jwtPart(header) % u'.' % jwtPart(claims) % u".c2lnbmF0dXJl";
    }
    m_variables.insert(text(token, "id"), secret);
    return secret;
}

QString CaseWorld::issuerOf(const QString &domain) const
{
    const QString issuer = m_controller->issuer();
    return m_domains.value(domain) == DomainStore::DefaultId ? issuer : QString(issuer % u'/' % domain);
}

QString CaseWorld::substituted(QString result) const
{
    for (auto each = m_variables.begin(); each != m_variables.end(); ++each)
        result.replace(u"${" % each.key() % u'}', each.value());
    return result;
}

QByteArray CaseWorld::cookieOf(const QString &user)
{
    const QString cookie = randomToken();
    inStore([&](Store &store) {
        BrowserSession session;
        session.domainId = DomainStore::DefaultId;
        session.userId = m_users.value(pairName(QStringLiteral("Default"), user));
        session.token = sha256Hex(cookie);
        session.createdAt = m_clock.now();
        take(store.sessions().insert(session));
        return store.writer().flush();
    });
    return "gatehouse_session=" + cookie.toLatin1();
}

void CaseWorld::prepare(const QJsonObject &operation)
{
    const QString kind = text(operation, "kind");
    if (text(operation, "op") == u"not_before") {
        const QString scope = text(operation, "scope");
        const bool isDomain = scope == u"domain";
        const QString table = isDomain ? QStringLiteral("identity_domains")
            : scope == u"client"       ? QStringLiteral("oauth_applications")
            : scope == u"user"         ? QStringLiteral("users")
                                       : QStringLiteral("consents");
        const QString name = text(operation, "name");
        const Id id = isDomain   ? m_domains.value(name)
            : scope == u"client" ? m_clients.value(pairName(QStringLiteral("Default"), name))
            : scope == u"user"   ? m_users.value(pairName(QStringLiteral("Default"), name))
                                 : m_consents.value(name);
        inStore([&](Store &store) {
            take(store.writer().begin());
            take(store.connection().change(
                QStringLiteral("UPDATE %1 SET not_before = %2 WHERE id = %3")
                    .arg(table, QString::number(momentOf(operation.value(QLatin1String("at")))), QString::number(id))));
            store.writer().changes().noteEverything();
            return store.writer().flush();
        });
    } else if (kind == u"store_busy") {
        m_locker = take(Connection::open(m_service->store().url(), Connection::Access::Write));
        take(m_locker->execute("BEGIN IMMEDIATE"));
    } else if (kind == u"after_rows") {
        inStore([&](Store &store) {
            Connection &connection = store.connection();
            take(connection.execute("CREATE TEMP TABLE fault (rows INTEGER)"));
            take(connection.execute(
                QStringLiteral("INSERT INTO fault VALUES (%1)").arg(operation.value(QLatin1String("n")).toInt())));
            // A pair that ends is two tokens.
            take(connection.execute("CREATE TEMP TRIGGER failing AFTER UPDATE ON main.oauth_access_tokens BEGIN"
                                    " UPDATE fault SET rows = rows - 1 - (NEW.revoked_at IS NOT OLD.revoked_at"
                                    " AND NEW.refresh_token IS NOT NULL);"
                                    " SELECT RAISE(FAIL, 'disk I/O error') FROM fault WHERE rows <= 0; END"));
            return true;
        });
    } else {
        qFatal("A case starts with an operation that is not known: %s", qPrintable(text(operation, "op")));
    }
}

void CaseWorld::mend()
{
    if (m_locker)
        take(m_locker->execute("ROLLBACK"));
    m_locker.reset();
    inStore([](Store &store) { return store.connection().execute("DROP TRIGGER IF EXISTS temp.failing").isOk(); });
}

void CaseWorld::reconsent(const QString &consent)
{
    inStore([&](Store &store) {
        take(store.writer().begin());
        take(store.connection().change(
            QStringLiteral("UPDATE consents SET revoked_at = NULL WHERE id = %1").arg(m_consents.value(consent))));
        store.writer().changes().noteEverything();
        return store.writer().flush();
    });
}

CaseWorld::Snapshot CaseWorld::snapshot()
{
    return inStore([this](Store &store) {
        Snapshot now;
        const auto ids = [&store](const QString &sql) {
            QSet<Id> found;
            take(store.connection().read(sql, [&](const QSqlQuery &row) { found.insert(row.value(0).toLongLong()); }));
            return found;
        };
        const QString at = QString::number(m_clock.now());
        const QSet<Id> standing = ids(QStringLiteral("SELECT id FROM consents WHERE revoked_at IS NULL"));
        const QSet<Id> codes
            = ids(u"SELECT t.id FROM oauth_access_grants t JOIN identity_domains d ON d.id = t.domain_id"
                  " LEFT JOIN oauth_applications a ON a.id = t.application_id LEFT JOIN users u ON"
                  " u.id = t.resource_owner_id LEFT JOIN consents c ON c.id = t.consent_id WHERE "
                  % activeGrantCondition().replace(u'?', at));
        for (auto each = m_consents.begin(); each != m_consents.end(); ++each) {
            if (standing.contains(*each))
                now.consents.insert(each.key());
        }
        for (auto each = m_halves.begin(); each != m_halves.end(); ++each) {
            bool isActive = false;
            if (each->kind == u"code") {
                isActive = codes.contains(each->row);
            } else if (each->kind == u"id_token") {
                // Not in the database: the rule is held against its fields here.
                const Timestamp limit = std::max(take(store.domains().find(each->domain))->notBefore,
                                                 take(store.applications().find(each->client))->notBefore);
                isActive = each->expiresAt > m_clock.now() && each->issuedAt >= limit
                    && now.consents.contains(each->consent);
            } else {
                const auto found = take(store.tokens().find(each->row));
                isActive = activityOf(each->kind == u"refresh" ? found->refresh : found->access, m_clock.now())
                    == Activity::Active;
            }
            if (isActive)
                now.active.insert(each.key());
        }
        return now;
    });
}

Timestamp CaseWorld::revokedAt(const QString &symbol)
{
    const Half half = m_halves.value(symbol);
    return inStore([&](Store &store) {
        const auto found = take(store.tokens().find(half.row));
        return half.kind == u"refresh" ? found->refresh.revokedAt : found->access.revokedAt;
    });
}

qint64 CaseWorld::liveInFamily(const QString &family, const QStringList &kinds)
{
    return inStore([&](Store &store) {
        qint64 live = 0;
        for (const QString &kind : kinds) {
            QString condition = kind == u"refresh" ? activeRefreshTokenCondition() : activeTokenCondition();
            condition.replace(u'?', QString::number(m_clock.now()));
            take(store.connection().read(u"SELECT count(*) " % activityJoins() % u" WHERE t.family_id = "
                                             % QString::number(m_families.value(family)) % u" AND " % condition,
                                         [&](const QSqlQuery &row) { live += row.value(0).toLongLong(); }));
        }
        return live;
    });
}

QList<QJsonObject> CaseWorld::newAuditRecords()
{
    return records(false);
}

QList<QJsonObject> CaseWorld::separateRecords()
{
    return records(true);
}

QList<QJsonObject> CaseWorld::records(bool separate)
{
    return inStore([&](Store &store) {
        QList<QJsonObject> records;
        const Id after = separate ? 0 : m_lastRecord;
        take(store.connection().read(
            QStringLiteral(
                "SELECT id, outcome, reason, details FROM audit_events WHERE action = 'revocation' AND id > %1"
                " ORDER BY id")
                .arg(after),
            [&](const QSqlQuery &row) {
                QJsonObject record = QJsonDocument::fromJson(row.value(3).toByteArray()).object();
                if (!separate)
                    m_lastRecord = row.value(0).toLongLong();
                if (record.contains(QLatin1String("separate")) != separate)
                    return;
                record.insert(QLatin1String("outcome"), row.value(1).toString());
                record.insert(QLatin1String("reason"), row.value(2).toString());
                record.insert(QLatin1String("actor"), record.value(QLatin1String("actor_kind")));
                records.append(record);
            }));
        return records;
    });
}

} // namespace Gatehouse
