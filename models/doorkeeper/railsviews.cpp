#include "models/doorkeeper/railsviews.h"

#include "models/doorkeeper/railsschema.h"

namespace Gatehouse {

namespace {

QString quoted(QString identifier)
{
    return u'"' % identifier.replace(u'"', QLatin1String("\"\"")) % u'"';
}

/// Rails writes times as text in UTC, with microseconds.
QString moment(const QString &column)
{
    return u"CAST(round((julianday(" % column % u") - 2440587.5) * 86400000) AS INTEGER)";
}

QString optionalColumn(const RailsSchema &schema, const QString &table, const QString &column)
{
    return schema.has(table, column) ? column : QStringLiteral("NULL");
}

/// The class that Rails makes of a table's name, where that is a plain plural.
QString modelName(const QString &table)
{
    QString name;
    for (QString word : table.chopped(1).split(u'_', Qt::SkipEmptyParts))
        name += word.replace(0, 1, word.at(0).toUpper());
    return name;
}

/// The number of a user; of an owner of another class its class and number, which no user has.
QString owner(const RailsSchema &schema, const QString &table)
{
    if (!schema.has(table, QStringLiteral("resource_owner_type")))
        return QStringLiteral("resource_owner_id");
    QString userClass = schema.users() ? modelName(schema.users()->table) : QString();
    return u"CASE WHEN resource_owner_type = '" % userClass.replace(u'\'', QLatin1String("''"))
        % u"' THEN resource_owner_id ELSE resource_owner_type || ' ' || resource_owner_id END";
}

QString view(const QString &name, const QString &columns, const QString &source)
{
    return u"CREATE TEMP VIEW " % name % u" AS SELECT id, " % columns % u" FROM main." % quoted(source);
}

/// An empty table.
QString nothing(const char *name, const char *columns)
{
    return QStringLiteral("CREATE TEMP TABLE %1 (id INTEGER PRIMARY KEY, %2)")
        .arg(QLatin1String(name), QLatin1String(columns));
}

/// What tokens and codes have in common.
QString issued(const RailsSchema &schema, const QString &table)
{
    const QString created = moment(QStringLiteral("created_at"));
    return u"1 AS domain_id, application_id, " % owner(schema, table) % u" AS resource_owner_id, NULL AS consent_id,"
        % u" '#' || id AS token, " % optionalColumn(schema, table, QStringLiteral("scopes")) % u" AS scopes, " % created
        % u" AS created_at, " % created % u" + expires_in * 1000 AS expires_at, " % moment(QStringLiteral("revoked_at"))
        % u" AS revoked_at";
}

QString tokens(const RailsSchema &schema)
{
    const QString refresh = schema.has(RailsTable::Tokens, QStringLiteral("refresh_token"))
        ? QStringLiteral("CASE WHEN refresh_token <> '' THEN '' END")
        : QStringLiteral("NULL");
    return view(RailsTable::Tokens,
                issued(schema, RailsTable::Tokens) % u", " % refresh % u" AS refresh_token, '' AS grant_type,"
                    % u" NULL AS refresh_expires_at, NULL AS access_revoked_at, NULL AS refresh_revoked_at, NULL AS "
                      u"refresh_used_at,"
                    % u" NULL AS grant_id, NULL AS family_id",
                RailsTable::Tokens);
}

QString grants(const RailsSchema &schema)
{
    const QString challenge = optionalColumn(schema, RailsTable::Grants, QStringLiteral("code_challenge"));
    const QString method = optionalColumn(schema, RailsTable::Grants, QStringLiteral("code_challenge_method"));
    return view(RailsTable::Grants,
                issued(schema, RailsTable::Grants) % u", redirect_uri, nullif(" % challenge
                    % u", '') AS code_challenge, nullif(" % method
                    % u", '') AS code_challenge_method, NULL AS replayed_at",
                RailsTable::Grants);
}

QString applications(const RailsSchema &schema)
{
    // Doorkeeper separates addresses by any blank space.
    QString columns = QStringLiteral("name, uid, replace(replace(redirect_uri, char(13), ''), ' ', char(10))"
                                     " AS redirect_uri, 1 AS enabled, NULL AS not_before, ")
        % moment(QStringLiteral("created_at")) % u" AS created_at";
    for (const QString &column : {QStringLiteral("scopes"), QStringLiteral("confidential")}) {
        if (schema.has(RailsTable::Applications, column))
            columns += u", " % column;
    }
    return view(RailsTable::Applications, columns, RailsTable::Applications);
}

QString users(const RailsSchema &schema)
{
    if (!schema.users())
        return nothing("users", "email, enabled, not_before");
    const RailsSchema::Users &users = *schema.users();
    QString columns = quoted(users.login) % u" AS email, 1 AS enabled, NULL AS not_before";
    if (!users.name.isEmpty())
        columns += u", " % quoted(users.name) % u" AS name";
    if (users.hasCreatedAt)
        columns += u", " % moment(QStringLiteral("created_at")) % u" AS created_at";
    return view(QStringLiteral("users"), columns, users.table);
}

} // namespace

QStringList railsViews(const RailsSchema &schema)
{
    const bool hasGrants = schema.hasTable(RailsTable::Grants);
    return {nothing("identity_domains", "not_before"),
            QStringLiteral("INSERT INTO temp.identity_domains (id) VALUES (1)"),
            nothing("consents", "revoked_at, not_before"),
            nothing("token_families", "ended_at"),
            applications(schema),
            users(schema),
            hasGrants ? grants(schema)
                      : nothing("oauth_access_grants",
                                "domain_id, application_id, resource_owner_id, consent_id, token, scopes, created_at,"
                                " expires_at, revoked_at, redirect_uri, code_challenge, code_challenge_method,"
                                " replayed_at"),
            tokens(schema)};
}

} // namespace Gatehouse
