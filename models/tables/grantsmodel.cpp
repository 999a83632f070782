#include "models/tables/grantsmodel.h"

#include "models/tables/activityselect.h"
#include "models/tables/celltext.h"
#include "models/tables/rowpages.h"

namespace Gatehouse {

namespace {

/// What the SELECT answers, in its order.
struct GrantSelect
{
    enum Column {
        Code = ActivitySelect::ColumnTotal,
        Application,
        Email,
        Scopes,
        RedirectUri,
        ChallengeMethod,
        ReplayedAt,
        TokenCount,
    };

    static QString tokenCount()
    {
        return QStringLiteral("(SELECT count(*) FROM oauth_access_tokens k WHERE k.grant_id = t.id)");
    }

    /// RFC 7636 section 4.3: a challenge without a method is a plain one.
    static QString challengeMethod()
    {
        return QStringLiteral(
            "CASE WHEN t.code_challenge IS NULL THEN NULL ELSE coalesce(t.code_challenge_method, 'plain') END");
    }

    static QString columns()
    {
        return ActivitySelect::columns() % u", t.token, a.name, " % ActivitySelect::owner()
            % u", t.scopes, t.redirect_uri, " % challengeMethod() % u", t.replayed_at, " % tokenCount();
    }

    /// A code has no half that could end alone; so the one predicate fits codes as it fits tokens.
    static QString joins()
    {
        return QStringLiteral("FROM (SELECT g.*, NULL AS access_revoked_at FROM oauth_access_grants g) t"
                              " JOIN identity_domains d ON d.id = t.domain_id"
                              " LEFT JOIN oauth_applications a ON a.id = t.application_id"
                              " LEFT JOIN users u ON u.id = t.resource_owner_id"
                              " LEFT JOIN consents c ON c.id = t.consent_id");
    }
};

} // namespace

GrantsModel::GrantsModel(Connection &reader, const Clock &clock, QObject *parent)
    : KeysetTableModel(reader, clock, spec(), parent)
{ }

KeysetTableModel::Spec GrantsModel::spec()
{
    const auto column = [](const char *field) { return Column {QString::fromLatin1(field)}; };
    return {
        .table = Table::AccessGrants,
        .tableName = QStringLiteral("oauth_access_grants"),
        .columns = GrantSelect::columns(),
        .from = GrantSelect::joins(),
        .display = {column("id"), column("application"), column("user"), column("scope"), column("redirect"),
                    column("pkce"), column("created"), column("expires"), column("tokens"), column("is")},
        .fields = fields(),
        .dependsOn = {Table::Domains, Table::Applications, Table::Users, Table::Consents},
        .factsOf = &ActivitySelect::facts,
    };
}

FilterFields GrantsModel::fields()
{
    using Kind = FilterField::Kind;
    const auto field = [](const char *name, Kind kind, const QString &expression, bool inWords = false) {
        return FilterField {QString::fromLatin1(name), kind, expression, inWords, {}};
    };
    const QString ended = QStringLiteral("t.replayed_at IS NULL AND t.revoked_at IS NOT NULL AND ");
    const FilterField states {QStringLiteral("is"),
                              Kind::Choice,
                              {},
                              true,
                              {ActivitySelect::active(),
                               ActivitySelect::expired(),
                               {QStringLiteral("redeemed"), ended % GrantSelect::tokenCount() % u" > 0"},
                               {QStringLiteral("revoked"), ended % GrantSelect::tokenCount() % u" = 0"},
                               {QStringLiteral("replayed"), QStringLiteral("t.replayed_at IS NOT NULL")}}};
    return {field("id", Kind::Text, QStringLiteral("substr(t.token, 1, 16)"), true),
            field("application", Kind::Text, QStringLiteral("a.name"), true),
            field("client", Kind::Text, QStringLiteral("a.uid")),
            field("number", Kind::Number, QStringLiteral("t.id")),
            field("user", Kind::Text, ActivitySelect::owner(), true),
            field("scope", Kind::Text, QStringLiteral("t.scopes"), true),
            field("redirect", Kind::Text, QStringLiteral("t.redirect_uri"), true),
            field("pkce", Kind::Text, GrantSelect::challengeMethod()),
            field("created", Kind::Past, QStringLiteral("t.created_at")),
            field("expires", Kind::Deadline, QStringLiteral("t.expires_at")),
            field("tokens", Kind::Number, GrantSelect::tokenCount()),
            states};
}

QString GrantsModel::title(int column) const
{
    switch (column) {
    case GrantId:
        return tr("Grant ID");
    case ApplicationName:
        return tr("Application");
    case UserEmail:
        return tr("User");
    case Scopes:
        return tr("Scopes");
    case RedirectUri:
        return tr("Redirect URI");
    case Pkce:
        //: Proof Key for Code Exchange, RFC 7636: the name of a method stands below
        return tr("PKCE");
    case Created:
        return tr("Created");
    case Expires:
        return tr("Expires");
    case Tokens:
        return tr("Tokens");
    case Status:
        return tr("Status");
    default:
        return {};
    }
}

QVariant GrantsModel::cell(const KeysetRow &row, int column, int role) const
{
    if (role == TimestampRole) {
        if (column != Created && column != Expires)
            return {};
        return column == Created ? row.facts.issuedAt : row.facts.expiresAt;
    }
    if (role == FullTextRole) {
        const QString full = fullText(row, column);
        return full.isEmpty() ? QVariant() : full;
    }
    return text(row, column);
}

QVariant GrantsModel::text(const KeysetRow &row, int column) const
{
    const QVariantList &values = row.values;
    switch (column) {
    case GrantId:
        return CellText::tokenId(values.at(GrantSelect::Code).toString(), CellText::ShortId);
    case ApplicationName:
        return values.at(GrantSelect::Application).isNull() ? CellText::none()
                                                            : values.at(GrantSelect::Application).toString();
    case UserEmail:
        return values.at(GrantSelect::Email).isNull() ? CellText::none() : values.at(GrantSelect::Email).toString();
    case Scopes:
        return values.at(GrantSelect::Scopes).toString();
    case RedirectUri:
        return values.at(GrantSelect::RedirectUri).toString();
    case Pkce:
        return values.at(GrantSelect::ChallengeMethod).isNull() ? CellText::none()
                                                                : values.at(GrantSelect::ChallengeMethod).toString();
    case Created:
        return CellText::time(row.facts.issuedAt);
    case Expires:
        return CellText::time(row.facts.expiresAt);
    case Tokens:
        return values.at(GrantSelect::TokenCount).toInt();
    case Status:
        return status(row);
    default:
        return {};
    }
}

QString GrantsModel::fullText(const KeysetRow &row, int column) const
{
    switch (column) {
    case GrantId:
        return CellText::tokenId(row.values.at(GrantSelect::Code).toString(), CellText::LongId);
    case Created:
        return CellText::longTime(row.facts.issuedAt);
    case Expires:
        return CellText::longTime(row.facts.expiresAt);
    default:
        return {};
    }
}

/// A code that is over was redeemed when tokens came from it, and else revoked.
QString GrantsModel::status(const KeysetRow &row) const
{
    if (row.values.at(GrantSelect::ReplayedAt).toLongLong())
        return tr("Replayed");
    if (row.facts.revokedAt && row.values.at(GrantSelect::TokenCount).toInt() > 0)
        return tr("Redeemed");
    return CellText::activity(activity(row));
}

} // namespace Gatehouse
